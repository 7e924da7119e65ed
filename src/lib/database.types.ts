export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			contact_message: {
				Row: {
					created_at: string;
					email: string;
					id: string;
					locale: string;
					message: string;
					name: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					email: string;
					id?: string;
					locale: string;
					message: string;
					name: string;
				};
				Update: {
					created_at?: string;
					email?: string;
					id?: string;
					locale?: string;
					message?: string;
					name?: string;
				};
				Relationships: [];
			};
			directory_version: {
				Row: {
					changed_at: string;
					only_row: boolean;
					version: number;
				};
				ComputedFields: never;
				Insert: {
					changed_at?: string;
					only_row?: boolean;
					version?: number;
				};
				Update: {
					changed_at?: string;
					only_row?: boolean;
					version?: number;
				};
				Relationships: [];
			};
			local_government: {
				Row: {
					email_domains: string[];
					id: string;
					is_example: boolean;
					kbo_number: string | null;
					kind: string;
					name: string;
					nis_code: string;
					ovo_number: string | null;
					participating_since: string | null;
					participating_until: string | null;
					slug: string;
					website: string | null;
				};
				ComputedFields: never;
				Insert: {
					email_domains?: string[];
					id?: string;
					is_example?: boolean;
					kbo_number?: string | null;
					kind: string;
					name: string;
					nis_code: string;
					ovo_number?: string | null;
					participating_since?: string | null;
					participating_until?: string | null;
					slug: string;
					website?: string | null;
				};
				Update: {
					email_domains?: string[];
					id?: string;
					is_example?: boolean;
					kbo_number?: string | null;
					kind?: string;
					name?: string;
					nis_code?: string;
					ovo_number?: string | null;
					participating_since?: string | null;
					participating_until?: string | null;
					slug?: string;
					website?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'local_government_nis_code_fkey';
						columns: ['nis_code'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['nis_code'];
					}
				];
			};
			municipality: {
				Row: {
					area_km2: number | null;
					lat: number | null;
					location: unknown;
					lon: number | null;
					name_en: string | null;
					name_fr: string | null;
					name_nl: string;
					neighbours: string[];
					nis_code: string;
					population: number | null;
					population_date: string | null;
					province_code: string;
					slug: string;
					succeeded_by: string | null;
					valid_from: string | null;
					valid_to: string | null;
				};
				ComputedFields: never;
				Insert: {
					area_km2?: number | null;
					lat?: number | null;
					location?: never;
					lon?: number | null;
					name_en?: string | null;
					name_fr?: string | null;
					name_nl: string;
					neighbours?: string[];
					nis_code: string;
					population?: number | null;
					population_date?: string | null;
					province_code: string;
					slug: string;
					succeeded_by?: string | null;
					valid_from?: string | null;
					valid_to?: string | null;
				};
				Update: {
					area_km2?: number | null;
					lat?: number | null;
					location?: never;
					lon?: number | null;
					name_en?: string | null;
					name_fr?: string | null;
					name_nl?: string;
					neighbours?: string[];
					nis_code?: string;
					population?: number | null;
					population_date?: string | null;
					province_code?: string;
					slug?: string;
					succeeded_by?: string | null;
					valid_from?: string | null;
					valid_to?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'municipality_succeeded_by_fkey';
						columns: ['succeeded_by'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['nis_code'];
					}
				];
			};
			postal_code: {
				Row: {
					kind: string;
					lang: string;
					lat: number;
					lon: number;
					nis_code: string;
					place_name: string;
					postcode: string;
				};
				ComputedFields: never;
				Insert: {
					kind: string;
					lang?: string;
					lat: number;
					lon: number;
					nis_code: string;
					place_name: string;
					postcode: string;
				};
				Update: {
					kind?: string;
					lang?: string;
					lat?: number;
					lon?: number;
					nis_code?: string;
					place_name?: string;
					postcode?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'postal_code_nis_code_fkey';
						columns: ['nis_code'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['nis_code'];
					}
				];
			};
			volunteer_desk: {
				Row: {
					created_at: string;
					description: string | null;
					email: string | null;
					id: string;
					is_example: boolean;
					languages: string[];
					lat: number;
					local_government_id: string;
					location: unknown;
					lon: number;
					name: string;
					opening_hours: string | null;
					phone: string | null;
					place: string;
					postcode: string;
					published: boolean;
					slug: string;
					street: string;
					updated_at: string;
					verified_at: string | null;
					website: string | null;
					wheelchair: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					description?: string | null;
					email?: string | null;
					id?: string;
					is_example?: boolean;
					languages?: string[];
					lat: number;
					local_government_id: string;
					location?: never;
					lon: number;
					name: string;
					opening_hours?: string | null;
					phone?: string | null;
					place: string;
					postcode: string;
					published?: boolean;
					slug: string;
					street: string;
					updated_at?: string;
					verified_at?: string | null;
					website?: string | null;
					wheelchair?: string | null;
				};
				Update: {
					created_at?: string;
					description?: string | null;
					email?: string | null;
					id?: string;
					is_example?: boolean;
					languages?: string[];
					lat?: number;
					local_government_id?: string;
					location?: never;
					lon?: number;
					name?: string;
					opening_hours?: string | null;
					phone?: string | null;
					place?: string;
					postcode?: string;
					published?: boolean;
					slug?: string;
					street?: string;
					updated_at?: string;
					verified_at?: string | null;
					website?: string | null;
					wheelchair?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'volunteer_desk_local_government_id_fkey';
						columns: ['local_government_id'];
						isOneToOne: false;
						referencedRelation: 'local_government';
						referencedColumns: ['id'];
					}
				];
			};
		};
		Views: {
			[_ in never]: never;
		};
		Functions: {
			delete_expired_contact_data: { Args: Record<PropertyKey, never>; Returns: undefined };
			submit_contact_message: {
				Args: { p_email: string; p_locale: string; p_message: string; p_name: string; p_sender_key: string };
				Returns: number;
			};
		};
		Enums: {
			[_ in never]: never;
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		keyof (DefaultSchema['Tables'] & DefaultSchema['Views']) | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {}
	}
} as const;
