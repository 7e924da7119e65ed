export type JsonArgument = string | number | boolean | object | null;

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			account_decision: {
				Row: {
					account_id: string;
					decided_at: string;
					decided_by: string | null;
					decision: string;
					id: string;
					mail_id: string | null;
					mailed_at: string | null;
					new_role: string;
					new_status: string;
					previous_role: string;
					previous_status: string;
					reason: string | null;
					undone_at: string | null;
					undone_by: string | null;
				};
				ComputedFields: never;
				Insert: {
					account_id: string;
					decided_at?: string;
					decided_by?: string | null;
					decision: string;
					id?: string;
					mail_id?: string | null;
					mailed_at?: string | null;
					new_role: string;
					new_status: string;
					previous_role: string;
					previous_status: string;
					reason?: string | null;
					undone_at?: string | null;
					undone_by?: string | null;
				};
				Update: {
					account_id?: string;
					decided_at?: string;
					decided_by?: string | null;
					decision?: string;
					id?: string;
					mail_id?: string | null;
					mailed_at?: string | null;
					new_role?: string;
					new_status?: string;
					previous_role?: string;
					previous_status?: string;
					reason?: string | null;
					undone_at?: string | null;
					undone_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'account_decision_mail_id_fkey';
						columns: ['mail_id'];
						isOneToOne: false;
						referencedRelation: 'email_outbox';
						referencedColumns: ['id'];
					}
				];
			};
			audit_entry: {
				Row: {
					account_id: string | null;
					action: string;
					actor_id: string | null;
					details: NonNullable<Json>;
					happened_at: string;
					id: number;
					local_government_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					account_id?: string | null;
					action: string;
					actor_id?: string | null;
					details?: NonNullable<Json>;
					happened_at?: string;
					id?: never;
					local_government_id?: string | null;
				};
				Update: {
					account_id?: string | null;
					action?: string;
					actor_id?: string | null;
					details?: NonNullable<Json>;
					happened_at?: string;
					id?: never;
					local_government_id?: string | null;
				};
				Relationships: [];
			};
			colleague_block: {
				Row: {
					blocked_id: string;
					blocker_id: string;
					created_at: string;
				};
				ComputedFields: never;
				Insert: {
					blocked_id: string;
					blocker_id: string;
					created_at?: string;
				};
				Update: {
					blocked_id?: string;
					blocker_id?: string;
					created_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'colleague_block_blocker_id_fkey';
						columns: ['blocker_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					}
				];
			};
			colleague_report: {
				Row: {
					created_at: string;
					handled_at: string | null;
					handled_by: string | null;
					id: string;
					reason: string;
					reported_id: string;
					reporter_id: string;
					state: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					handled_at?: string | null;
					handled_by?: string | null;
					id?: string;
					reason: string;
					reported_id: string;
					reporter_id: string;
					state?: string;
				};
				Update: {
					created_at?: string;
					handled_at?: string | null;
					handled_by?: string | null;
					id?: string;
					reason?: string;
					reported_id?: string;
					reporter_id?: string;
					state?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'colleague_report_handled_by_fkey';
						columns: ['handled_by'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'colleague_report_reporter_id_fkey';
						columns: ['reporter_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					}
				];
			};
			contact_answer: {
				Row: {
					answer: string;
					answered_at: string;
					answered_by: string | null;
					id: string;
					mail_id: string | null;
					mailed_at: string | null;
					message_id: string;
				};
				ComputedFields: never;
				Insert: {
					answer: string;
					answered_at?: string;
					answered_by?: string | null;
					id?: string;
					mail_id?: string | null;
					mailed_at?: string | null;
					message_id: string;
				};
				Update: {
					answer?: string;
					answered_at?: string;
					answered_by?: string | null;
					id?: string;
					mail_id?: string | null;
					mailed_at?: string | null;
					message_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'contact_answer_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'contact_answer_mail_id_fkey';
						columns: ['mail_id'];
						isOneToOne: false;
						referencedRelation: 'email_outbox';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'contact_answer_message_id_fkey';
						columns: ['message_id'];
						isOneToOne: false;
						referencedRelation: 'contact_message';
						referencedColumns: ['id'];
					}
				];
			};
			contact_card: {
				Row: {
					email: string | null;
					function: string | null;
					id: string;
					is_example: boolean;
					known_since: string;
					name: string;
					phone: string | null;
				};
				ComputedFields: never;
				Insert: {
					email?: string | null;
					function?: string | null;
					id?: string;
					is_example?: boolean;
					known_since: string;
					name: string;
					phone?: string | null;
				};
				Update: {
					email?: string | null;
					function?: string | null;
					id?: string;
					is_example?: boolean;
					known_since?: string;
					name?: string;
					phone?: string | null;
				};
				Relationships: [];
			};
			contact_message: {
				Row: {
					created_at: string;
					due_at: string | null;
					email: string;
					handled_by: string | null;
					id: string;
					kind: string;
					locale: string;
					message: string;
					name: string;
					revision: number;
					settled_at: string | null;
					state: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					due_at?: string | null;
					email: string;
					handled_by?: string | null;
					id?: string;
					kind?: string;
					locale: string;
					message: string;
					name: string;
					revision?: number;
					settled_at?: string | null;
					state?: string;
				};
				Update: {
					created_at?: string;
					due_at?: string | null;
					email?: string;
					handled_by?: string | null;
					id?: string;
					kind?: string;
					locale?: string;
					message?: string;
					name?: string;
					revision?: number;
					settled_at?: string | null;
					state?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'contact_message_handled_by_fkey';
						columns: ['handled_by'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					}
				];
			};
			content_version: {
				Row: {
					only_row: boolean;
					version: number;
				};
				ComputedFields: never;
				Insert: {
					only_row?: boolean;
					version?: number;
				};
				Update: {
					only_row?: boolean;
					version?: number;
				};
				Relationships: [];
			};
			coverage_snapshot: {
				Row: {
					is_example: boolean;
					month: string;
					municipalities: number;
					participating: number;
					province_code: string;
					with_desk: number;
				};
				ComputedFields: never;
				Insert: {
					is_example?: boolean;
					month: string;
					municipalities: number;
					participating: number;
					province_code: string;
					with_desk: number;
				};
				Update: {
					is_example?: boolean;
					month?: string;
					municipalities?: number;
					participating?: number;
					province_code?: string;
					with_desk?: number;
				};
				Relationships: [];
			};
			desk_check_link: {
				Row: {
					account_id: string | null;
					created_at: string;
					desk_id: string;
					expires_at: string;
					outcome: string | null;
					token_hash: string;
					used_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					account_id?: string | null;
					created_at?: string;
					desk_id: string;
					expires_at?: string;
					outcome?: string | null;
					token_hash: string;
					used_at?: string | null;
				};
				Update: {
					account_id?: string | null;
					created_at?: string;
					desk_id?: string;
					expires_at?: string;
					outcome?: string | null;
					token_hash?: string;
					used_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'desk_check_link_account_id_fkey';
						columns: ['account_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'desk_check_link_desk_id_fkey';
						columns: ['desk_id'];
						isOneToOne: false;
						referencedRelation: 'volunteer_desk';
						referencedColumns: ['id'];
					}
				];
			};
			desk_report: {
				Row: {
					created_at: string;
					desk_id: string;
					email: string | null;
					handled_at: string | null;
					handled_by: string | null;
					id: string;
					locale: string;
					message: string;
					state: string;
					topic: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					desk_id: string;
					email?: string | null;
					handled_at?: string | null;
					handled_by?: string | null;
					id?: string;
					locale: string;
					message: string;
					state?: string;
					topic: string;
				};
				Update: {
					created_at?: string;
					desk_id?: string;
					email?: string | null;
					handled_at?: string | null;
					handled_by?: string | null;
					id?: string;
					locale?: string;
					message?: string;
					state?: string;
					topic?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'desk_report_desk_id_fkey';
						columns: ['desk_id'];
						isOneToOne: false;
						referencedRelation: 'volunteer_desk';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'desk_report_handled_by_fkey';
						columns: ['handled_by'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					}
				];
			};
			desk_upkeep: {
				Row: {
					asked: number;
					desk_id: string;
					last_asked_at: string | null;
					owner_id: string | null;
					round_started_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					asked?: number;
					desk_id: string;
					last_asked_at?: string | null;
					owner_id?: string | null;
					round_started_at?: string | null;
				};
				Update: {
					asked?: number;
					desk_id?: string;
					last_asked_at?: string | null;
					owner_id?: string | null;
					round_started_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'desk_upkeep_desk_id_fkey';
						columns: ['desk_id'];
						isOneToOne: true;
						referencedRelation: 'volunteer_desk';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'desk_upkeep_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					}
				];
			};
			directory_revision: {
				Row: {
					changed_at: string;
					changed_by: string | null;
					content: NonNullable<Json>;
					desk_id: string | null;
					id: number;
					local_government_id: string;
					revision: number;
					subject: string;
				};
				ComputedFields: never;
				Insert: {
					changed_at?: string;
					changed_by?: string | null;
					content: NonNullable<Json>;
					desk_id?: string | null;
					id?: never;
					local_government_id: string;
					revision: number;
					subject: string;
				};
				Update: {
					changed_at?: string;
					changed_by?: string | null;
					content?: NonNullable<Json>;
					desk_id?: string | null;
					id?: never;
					local_government_id?: string;
					revision?: number;
					subject?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'directory_revision_changed_by_fkey';
						columns: ['changed_by'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'directory_revision_desk_id_fkey';
						columns: ['desk_id'];
						isOneToOne: false;
						referencedRelation: 'volunteer_desk';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'directory_revision_local_government_id_fkey';
						columns: ['local_government_id'];
						isOneToOne: false;
						referencedRelation: 'local_government';
						referencedColumns: ['id'];
					}
				];
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
			email_outbox: {
				Row: {
					attempts: number;
					created_at: string;
					expires_at: string | null;
					id: string;
					last_error: string | null;
					lease: string | null;
					locale: string;
					locked_until: string | null;
					next_attempt_at: string;
					params: NonNullable<Json>;
					recipient_id: string | null;
					status: string;
					template: string;
					to_address: string;
					topic: string | null;
				};
				ComputedFields: never;
				Insert: {
					attempts?: number;
					created_at?: string;
					expires_at?: string | null;
					id?: string;
					last_error?: string | null;
					lease?: string | null;
					locale: string;
					locked_until?: string | null;
					next_attempt_at?: string;
					params?: NonNullable<Json>;
					recipient_id?: string | null;
					status?: string;
					template: string;
					to_address: string;
					topic?: string | null;
				};
				Update: {
					attempts?: number;
					created_at?: string;
					expires_at?: string | null;
					id?: string;
					last_error?: string | null;
					lease?: string | null;
					locale?: string;
					locked_until?: string | null;
					next_attempt_at?: string;
					params?: NonNullable<Json>;
					recipient_id?: string | null;
					status?: string;
					template?: string;
					to_address?: string;
					topic?: string | null;
				};
				Relationships: [];
			};
			expertise_topic: {
				Row: {
					created_at: string;
					id: string;
					merged_into: string | null;
					name_en: string;
					name_fr: string;
					name_nl: string;
					slug: string;
					updated_at: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					merged_into?: string | null;
					name_en: string;
					name_fr: string;
					name_nl: string;
					slug: string;
					updated_at?: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					merged_into?: string | null;
					name_en?: string;
					name_fr?: string;
					name_nl?: string;
					slug?: string;
					updated_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'expertise_topic_merged_into_fkey';
						columns: ['merged_into'];
						isOneToOne: false;
						referencedRelation: 'expertise_topic';
						referencedColumns: ['id'];
					}
				];
			};
			follow: {
				Row: {
					created_at: string;
					id: string;
					nis_code: string | null;
					profile_id: string;
					province_code: string | null;
					topic_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					nis_code?: string | null;
					profile_id: string;
					province_code?: string | null;
					topic_id?: string | null;
				};
				Update: {
					created_at?: string;
					id?: string;
					nis_code?: string | null;
					profile_id?: string;
					province_code?: string | null;
					topic_id?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'follow_nis_code_fkey';
						columns: ['nis_code'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['nis_code'];
					},
					{
						foreignKeyName: 'follow_profile_id_fkey';
						columns: ['profile_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'follow_topic_id_fkey';
						columns: ['topic_id'];
						isOneToOne: false;
						referencedRelation: 'expertise_topic';
						referencedColumns: ['id'];
					}
				];
			};
			former_desk_slug: {
				Row: {
					created_at: string;
					desk_id: string;
					slug: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					desk_id: string;
					slug: string;
				};
				Update: {
					created_at?: string;
					desk_id?: string;
					slug?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'former_desk_slug_desk_id_fkey';
						columns: ['desk_id'];
						isOneToOne: false;
						referencedRelation: 'volunteer_desk';
						referencedColumns: ['id'];
					}
				];
			};
			former_resource_slug: {
				Row: {
					created_at: string;
					resource_id: string;
					slug: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					resource_id: string;
					slug: string;
				};
				Update: {
					created_at?: string;
					resource_id?: string;
					slug?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'former_resource_slug_resource_id_fkey';
						columns: ['resource_id'];
						isOneToOne: false;
						referencedRelation: 'resource';
						referencedColumns: ['id'];
					}
				];
			};
			import_row: {
				Row: {
					cells: Json | null;
					changes: NonNullable<Json>;
					content: Json | null;
					import_id: string;
					is_incomplete: boolean;
					label: string;
					outcome: string;
					problems: NonNullable<Json>;
					row: number;
					seen: Json | null;
					subject_id: string | null;
					warnings: NonNullable<Json>;
				};
				ComputedFields: never;
				Insert: {
					cells?: Json | null;
					changes?: NonNullable<Json>;
					content?: Json | null;
					import_id: string;
					is_incomplete?: boolean;
					label: string;
					outcome: string;
					problems?: NonNullable<Json>;
					row: number;
					seen?: Json | null;
					subject_id?: string | null;
					warnings?: NonNullable<Json>;
				};
				Update: {
					cells?: Json | null;
					changes?: NonNullable<Json>;
					content?: Json | null;
					import_id?: string;
					is_incomplete?: boolean;
					label?: string;
					outcome?: string;
					problems?: NonNullable<Json>;
					row?: number;
					seen?: Json | null;
					subject_id?: string | null;
					warnings?: NonNullable<Json>;
				};
				Relationships: [
					{
						foreignKeyName: 'import_row_import_id_fkey';
						columns: ['import_id'];
						isOneToOne: false;
						referencedRelation: 'import_run';
						referencedColumns: ['id'];
					}
				];
			};
			import_run: {
				Row: {
					applied_at: string | null;
					causes: NonNullable<Json>;
					counts: NonNullable<Json>;
					created_at: string;
					created_by: string | null;
					directory_version: number;
					file_name: string;
					header: NonNullable<Json>;
					id: string;
					ignored_columns: NonNullable<Json>;
					kind: string;
					read_as: Json | null;
				};
				ComputedFields: never;
				Insert: {
					applied_at?: string | null;
					causes?: NonNullable<Json>;
					counts: NonNullable<Json>;
					created_at?: string;
					created_by?: string | null;
					directory_version: number;
					file_name: string;
					header: NonNullable<Json>;
					id?: string;
					ignored_columns?: NonNullable<Json>;
					kind: string;
					read_as?: Json | null;
				};
				Update: {
					applied_at?: string | null;
					causes?: NonNullable<Json>;
					counts?: NonNullable<Json>;
					created_at?: string;
					created_by?: string | null;
					directory_version?: number;
					file_name?: string;
					header?: NonNullable<Json>;
					id?: string;
					ignored_columns?: NonNullable<Json>;
					kind?: string;
					read_as?: Json | null;
				};
				Relationships: [
					{
						foreignKeyName: 'import_run_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					}
				];
			};
			local_government: {
				Row: {
					description: string | null;
					email: string | null;
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
					phone: string | null;
					review_changes: boolean;
					revision: number;
					slug: string;
					updated_at: string;
					website: string | null;
				};
				ComputedFields: never;
				Insert: {
					description?: string | null;
					email?: string | null;
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
					phone?: string | null;
					review_changes?: boolean;
					revision?: number;
					slug: string;
					updated_at?: string;
					website?: string | null;
				};
				Update: {
					description?: string | null;
					email?: string | null;
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
					phone?: string | null;
					review_changes?: boolean;
					revision?: number;
					slug?: string;
					updated_at?: string;
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
			participation_request: {
				Row: {
					asked_at: string;
					local_government_id: string;
				};
				ComputedFields: never;
				Insert: {
					asked_at?: string;
					local_government_id: string;
				};
				Update: {
					asked_at?: string;
					local_government_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'participation_request_local_government_id_fkey';
						columns: ['local_government_id'];
						isOneToOne: true;
						referencedRelation: 'local_government';
						referencedColumns: ['id'];
					}
				];
			};
			partner: {
				Row: {
					id: string;
					is_example: boolean;
					name: string;
					sentence: string | null;
					website: string | null;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					is_example?: boolean;
					name: string;
					sentence?: string | null;
					website?: string | null;
				};
				Update: {
					id?: string;
					is_example?: boolean;
					name?: string;
					sentence?: string | null;
					website?: string | null;
				};
				Relationships: [];
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
			profile: {
				Row: {
					announced_at: string | null;
					bio: string | null;
					consent_version: string;
					consented_at: string;
					created_at: string;
					full_name: string;
					id: string;
					is_example: boolean;
					job_title: string;
					listed: boolean;
					local_government_id: string | null;
					locale: string;
					motivation: string | null;
					notifications: string[];
					paused_at: string | null;
					phone: string | null;
					position: string;
					role: string;
					status: string;
					status_changed_at: string;
					updated_at: string;
					visible_fields: string[];
				};
				ComputedFields: never;
				Insert: {
					announced_at?: string | null;
					bio?: string | null;
					consent_version: string;
					consented_at?: string;
					created_at?: string;
					full_name: string;
					id: string;
					is_example?: boolean;
					job_title: string;
					listed?: boolean;
					local_government_id?: string | null;
					locale?: string;
					motivation?: string | null;
					notifications?: string[];
					paused_at?: string | null;
					phone?: string | null;
					position: string;
					role?: string;
					status?: string;
					status_changed_at?: string;
					updated_at?: string;
					visible_fields?: string[];
				};
				Update: {
					announced_at?: string | null;
					bio?: string | null;
					consent_version?: string;
					consented_at?: string;
					created_at?: string;
					full_name?: string;
					id?: string;
					is_example?: boolean;
					job_title?: string;
					listed?: boolean;
					local_government_id?: string | null;
					locale?: string;
					motivation?: string | null;
					notifications?: string[];
					paused_at?: string | null;
					phone?: string | null;
					position?: string;
					role?: string;
					status?: string;
					status_changed_at?: string;
					updated_at?: string;
					visible_fields?: string[];
				};
				Relationships: [
					{
						foreignKeyName: 'profile_local_government_id_fkey';
						columns: ['local_government_id'];
						isOneToOne: false;
						referencedRelation: 'local_government';
						referencedColumns: ['id'];
					}
				];
			};
			profile_expertise: {
				Row: {
					created_at: string;
					direction: string;
					note: string | null;
					profile_id: string;
					topic_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					direction: string;
					note?: string | null;
					profile_id: string;
					topic_id: string;
				};
				Update: {
					created_at?: string;
					direction?: string;
					note?: string | null;
					profile_id?: string;
					topic_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'profile_expertise_profile_id_fkey';
						columns: ['profile_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'profile_expertise_topic_id_fkey';
						columns: ['topic_id'];
						isOneToOne: false;
						referencedRelation: 'expertise_topic';
						referencedColumns: ['id'];
					}
				];
			};
			proposed_change: {
				Row: {
					author_id: string;
					base_revision: number;
					content: NonNullable<Json>;
					created_at: string;
					desk_id: string | null;
					id: string;
					local_government_id: string;
					note: string | null;
					reason: string | null;
					reviewed_at: string | null;
					reviewed_by: string | null;
					state: string;
					subject: string;
					updated_at: string;
				};
				ComputedFields: never;
				Insert: {
					author_id: string;
					base_revision: number;
					content: NonNullable<Json>;
					created_at?: string;
					desk_id?: string | null;
					id?: string;
					local_government_id: string;
					note?: string | null;
					reason?: string | null;
					reviewed_at?: string | null;
					reviewed_by?: string | null;
					state?: string;
					subject: string;
					updated_at?: string;
				};
				Update: {
					author_id?: string;
					base_revision?: number;
					content?: NonNullable<Json>;
					created_at?: string;
					desk_id?: string | null;
					id?: string;
					local_government_id?: string;
					note?: string | null;
					reason?: string | null;
					reviewed_at?: string | null;
					reviewed_by?: string | null;
					state?: string;
					subject?: string;
					updated_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'proposed_change_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'proposed_change_desk_id_fkey';
						columns: ['desk_id'];
						isOneToOne: false;
						referencedRelation: 'volunteer_desk';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'proposed_change_local_government_id_fkey';
						columns: ['local_government_id'];
						isOneToOne: false;
						referencedRelation: 'local_government';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'proposed_change_reviewed_by_fkey';
						columns: ['reviewed_by'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					}
				];
			};
			resource: {
				Row: {
					audience: string[];
					body: string;
					card_id: string | null;
					contact_id: string | null;
					cost: string | null;
					created_at: string;
					deadline: string | null;
					id: string;
					is_example: boolean;
					is_shown: boolean;
					kind: string;
					language: string;
					licence: string | null;
					local_government_id: string | null;
					next_time: string | null;
					outcome: string | null;
					period_from: string | null;
					period_until: string | null;
					published_at: string | null;
					reviewed_at: string | null;
					revision: number;
					slug: string;
					summary: string;
					support: string | null;
					taken_off_at: string | null;
					title: string;
					tried: string | null;
					updated_at: string;
					visibility: string;
					website: string | null;
					year: number | null;
				};
				ComputedFields: never;
				Insert: {
					audience?: string[];
					body: string;
					card_id?: string | null;
					contact_id?: string | null;
					cost?: string | null;
					created_at?: string;
					deadline?: string | null;
					id?: string;
					is_example?: boolean;
					is_shown?: never;
					kind: string;
					language: string;
					licence?: string | null;
					local_government_id?: string | null;
					next_time?: string | null;
					outcome?: string | null;
					period_from?: string | null;
					period_until?: string | null;
					published_at?: string | null;
					reviewed_at?: string | null;
					revision?: number;
					slug: string;
					summary: string;
					support?: string | null;
					taken_off_at?: string | null;
					title: string;
					tried?: string | null;
					updated_at?: string;
					visibility?: string;
					website?: string | null;
					year?: number | null;
				};
				Update: {
					audience?: string[];
					body?: string;
					card_id?: string | null;
					contact_id?: string | null;
					cost?: string | null;
					created_at?: string;
					deadline?: string | null;
					id?: string;
					is_example?: boolean;
					is_shown?: never;
					kind?: string;
					language?: string;
					licence?: string | null;
					local_government_id?: string | null;
					next_time?: string | null;
					outcome?: string | null;
					period_from?: string | null;
					period_until?: string | null;
					published_at?: string | null;
					reviewed_at?: string | null;
					revision?: number;
					slug?: string;
					summary?: string;
					support?: string | null;
					taken_off_at?: string | null;
					title?: string;
					tried?: string | null;
					updated_at?: string;
					visibility?: string;
					website?: string | null;
					year?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'resource_card_id_fkey';
						columns: ['card_id'];
						isOneToOne: false;
						referencedRelation: 'contact_card';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resource_contact_id_fkey';
						columns: ['contact_id'];
						isOneToOne: false;
						referencedRelation: 'profile';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resource_local_government_id_fkey';
						columns: ['local_government_id'];
						isOneToOne: false;
						referencedRelation: 'local_government';
						referencedColumns: ['id'];
					}
				];
			};
			resource_block: {
				Row: {
					body: string;
					place: number;
					resource_id: string;
					speaker: string | null;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					body: string;
					place: number;
					resource_id: string;
					speaker?: string | null;
					title: string;
				};
				Update: {
					body?: string;
					place?: number;
					resource_id?: string;
					speaker?: string | null;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'resource_block_resource_id_fkey';
						columns: ['resource_id'];
						isOneToOne: false;
						referencedRelation: 'resource';
						referencedColumns: ['id'];
					}
				];
			};
			resource_link: {
				Row: {
					from_id: string;
					note: string | null;
					place: number;
					role: string;
					to_id: string;
				};
				ComputedFields: never;
				Insert: {
					from_id: string;
					note?: string | null;
					place?: number;
					role: string;
					to_id: string;
				};
				Update: {
					from_id?: string;
					note?: string | null;
					place?: number;
					role?: string;
					to_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'resource_link_from_id_fkey';
						columns: ['from_id'];
						isOneToOne: false;
						referencedRelation: 'resource';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resource_link_to_id_fkey';
						columns: ['to_id'];
						isOneToOne: false;
						referencedRelation: 'resource';
						referencedColumns: ['id'];
					}
				];
			};
			resource_partner: {
				Row: {
					partner_id: string;
					place: number;
					resource_id: string;
					role: string;
				};
				ComputedFields: never;
				Insert: {
					partner_id: string;
					place?: number;
					resource_id: string;
					role: string;
				};
				Update: {
					partner_id?: string;
					place?: number;
					resource_id?: string;
					role?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'resource_partner_partner_id_fkey';
						columns: ['partner_id'];
						isOneToOne: false;
						referencedRelation: 'partner';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resource_partner_resource_id_fkey';
						columns: ['resource_id'];
						isOneToOne: false;
						referencedRelation: 'resource';
						referencedColumns: ['id'];
					}
				];
			};
			resource_topic: {
				Row: {
					resource_id: string;
					topic_id: string;
				};
				ComputedFields: never;
				Insert: {
					resource_id: string;
					topic_id: string;
				};
				Update: {
					resource_id?: string;
					topic_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'resource_topic_resource_id_fkey';
						columns: ['resource_id'];
						isOneToOne: false;
						referencedRelation: 'resource';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resource_topic_topic_id_fkey';
						columns: ['topic_id'];
						isOneToOne: false;
						referencedRelation: 'expertise_topic';
						referencedColumns: ['id'];
					}
				];
			};
			resource_use: {
				Row: {
					created_at: string;
					local_government_id: string;
					note: string | null;
					resource_id: string;
					since: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					local_government_id: string;
					note?: string | null;
					resource_id: string;
					since?: string | null;
				};
				Update: {
					created_at?: string;
					local_government_id?: string;
					note?: string | null;
					resource_id?: string;
					since?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'resource_use_local_government_id_fkey';
						columns: ['local_government_id'];
						isOneToOne: false;
						referencedRelation: 'local_government';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resource_use_resource_id_fkey';
						columns: ['resource_id'];
						isOneToOne: false;
						referencedRelation: 'resource';
						referencedColumns: ['id'];
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
					location_approximate: boolean;
					lon: number;
					name: string;
					opening_hours: string | null;
					phone: string | null;
					place: string;
					postcode: string;
					published: boolean;
					revision: number;
					slug: string;
					street: string;
					unconfirmed_since: string | null;
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
					location_approximate?: boolean;
					lon: number;
					name: string;
					opening_hours?: string | null;
					phone?: string | null;
					place: string;
					postcode: string;
					published?: boolean;
					revision?: number;
					slug: string;
					street: string;
					unconfirmed_since?: string | null;
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
					location_approximate?: boolean;
					lon?: number;
					name?: string;
					opening_hours?: string | null;
					phone?: string | null;
					place?: string;
					postcode?: string;
					published?: boolean;
					revision?: number;
					slug?: string;
					street?: string;
					unconfirmed_since?: string | null;
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
			account_requests: {
				Args: { p_confirmed: boolean | null; p_limit: number | null; p_offset: number | null };
				Returns: {
					account_id: string;
					approved_there: string[];
					confirmed_at: string;
					duplicates: Json;
					email: string;
					full_name: string;
					job_title: string;
					local_government_id: string;
					locale: string;
					motivation: string;
					position: string;
					registered_at: string;
					seen: string;
					total: number;
				}[];
			};
			answer_contact_message: {
				Args: { p_answer: string | null; p_message_id: string | null; p_seen_revision: number | null };
				Returns: boolean;
			};
			applicants: {
				Args: { p_account_ids: string[] | null };
				Returns: Database['public']['CompositeTypes']['account_request'][];
				SetofOptions: {
					from: '*';
					to: 'account_request';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			apply_import: {
				Args: { p_import_id: string | null; p_older?: number[] | null; p_same: boolean | null };
				Returns: Json;
			};
			ask_desk_checks: {
				Args: { p_after_days: number | null; p_reminder_days: number | null };
				Returns: number;
			};
			ask_desk_now: { Args: { p_desk_id: string | null }; Returns: string };
			ask_to_take_part: { Args: Record<PropertyKey, never>; Returns: string };
			assign_domain: {
				Args: { p_admin_id: string | null; p_domain: string | null; p_local_government_id: string | null };
				Returns: string;
			};
			audit_log: {
				Args: {
					p_account_id: string | null;
					p_action: string | null;
					p_before: number | null;
					p_limit: number | null;
				};
				Returns: {
					account_id: string;
					account_name: string;
					action: string;
					actor_id: string;
					actor_name: string;
					details: Json;
					happened_at: string;
					id: number;
					local_government_id: string;
				}[];
			};
			block_colleague: { Args: { p_blocked: boolean | null; p_id: string | null }; Returns: undefined };
			change_account: {
				Args: {
					p_account_id: string | null;
					p_action: string | null;
					p_reason: string | null;
					p_seen: string | null;
				};
				Returns: string;
			};
			change_my_government: { Args: { p_local_government_id: string | null }; Returns: string };
			claim_mail: {
				Args: { p_lease_seconds: number | null; p_limit: number | null };
				Returns: {
					attempts: number;
					id: string;
					lease: string;
					locale: string;
					params: Json;
					recipient_id: string;
					template: string;
					to_address: string;
					topic: string;
				}[];
			};
			colleague: {
				Args: { p_id: string | null };
				Returns: {
					bio: string;
					expertise: Json;
					full_name: string;
					id: string;
					job_title: string;
					local_government_id: string;
					may_write: boolean;
					phone: string;
					position: string;
				}[];
			};
			colleagues: {
				Args: Record<PropertyKey, never>;
				Returns: {
					bio: string;
					full_name: string;
					id: string;
					job_title: string;
					local_government_id: string;
					phone: string;
					position: string;
				}[];
			};
			confirm_desk: { Args: { p_desk_id: string | null; p_seen: string | null }; Returns: boolean };
			confirm_desk_by_link: { Args: { p_seen: string | null; p_token: string | null }; Returns: string };
			contact_messages: {
				Args: {
					p_id: string | null;
					p_limit: number | null;
					p_offset: number | null;
					p_state: string | null;
				};
				Returns: {
					answers: Json;
					created_at: string;
					due_at: string;
					email: string;
					forgotten_at: string;
					handled_by: string;
					handler_name: string;
					id: string;
					kind: string;
					locale: string;
					message: string;
					name: string;
					revision: number;
					settled_at: string;
					state: string;
					total: number;
				}[];
			};
			count_attempt: {
				Args: { p_action: string | null; p_address_key: string | null; p_email_key: string | null };
				Returns: number;
			};
			decide_accounts: {
				Args: {
					p_account_ids: string[] | null;
					p_decision: string | null;
					p_reason: string | null;
					p_seen: string[] | null;
					p_undo_seconds: number | null;
				};
				Returns: Database['public']['CompositeTypes']['decision_outcome'][];
				SetofOptions: {
					from: '*';
					to: 'decision_outcome';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			delete_expired_accounts: { Args: Record<PropertyKey, never>; Returns: number };
			delete_expired_contact_data: { Args: Record<PropertyKey, never>; Returns: undefined };
			delete_old_changes: { Args: Record<PropertyKey, never>; Returns: number };
			delete_old_imports: { Args: Record<PropertyKey, never>; Returns: number };
			desk_of_check: {
				Args: { p_token: string | null };
				Returns: {
					desk_id: string;
					has_account: boolean;
					seen: string;
					state: string;
				}[];
			};
			desks_to_follow_up: {
				Args: {
					p_limit: number | null;
					p_offset: number | null;
					p_search: string | null;
					p_view: string | null;
				};
				Returns: {
					answers: string[];
					asked: number;
					asked_whom: string;
					created_at: string;
					desk_id: string;
					last_asked_at: string;
					local_government_id: string;
					location_approximate: boolean;
					name: string;
					place: string;
					published: boolean;
					slug: string;
					total: number;
					unconfirmed_since: string;
					verified_at: string;
				}[];
			};
			disown_password: { Args: { p_account_id: string | null }; Returns: undefined };
			disown_registration: { Args: Record<PropertyKey, never>; Returns: boolean };
			email_domain_owners: {
				Args: Record<PropertyKey, never>;
				Returns: {
					domain: string;
					local_government_id: string;
				}[];
			};
			end_session: { Args: { p_session_id: string | null }; Returns: boolean };
			end_waiting_accounts: {
				Args: {
					p_first_notice_days: number | null;
					p_last_notice_days: number | null;
					p_suspended_days: number | null;
					p_undecided_days: number | null;
				};
				Returns: number;
			};
			export_my_account: { Args: Record<PropertyKey, never>; Returns: Json };
			fingerprints: {
				Args: { p_ids: string[] | null; p_of: string | null };
				Returns: {
					id: string;
					seen: string;
				}[];
			};
			follow: {
				Args: { p_nis_code: string | null; p_province_code: string | null; p_topic: string | null };
				Returns: string;
			};
			forget_unconfirmed_account: { Args: { p_email: string | null }; Returns: boolean };
			government_expertise: {
				Args: Record<PropertyKey, never>;
				Returns: {
					colleagues: Json;
					expertise: Json;
				}[];
			};
			grant_admin: { Args: { p_email: string | null }; Returns: string };
			hand_over_desk: { Args: { p_email: string | null; p_token: string | null }; Returns: string };
			handle_contact_message: {
				Args: { p_message_id: string | null; p_seen_revision: number | null; p_state: string | null };
				Returns: boolean;
			};
			keep_sessions: {
				Args: { p_admin_hours: number | null; p_other_days: number | null };
				Returns: undefined;
			};
			late_mail: {
				Args: { p_seconds: number | null };
				Returns: {
					mails: number;
					oldest_seconds: number;
				}[];
			};
			leave_account: { Args: Record<PropertyKey, never>; Returns: undefined };
			mail_is_slow: { Args: Record<PropertyKey, never>; Returns: boolean };
			members: {
				Args: {
					p_limit: number | null;
					p_local_government_id: string | null;
					p_offset: number | null;
					p_role: string | null;
					p_search: string | null;
					p_status: string | null;
				};
				Returns: {
					account_id: string;
					email: string;
					full_name: string;
					job_title: string;
					last_reason: string;
					local_government_id: string;
					paused_at: string;
					position: string;
					registered_at: string;
					role: string;
					seen: string;
					status: string;
					status_changed_at: string;
					total: number;
				}[];
			};
			merge_desks: {
				Args: { p_keep: string | null; p_remove: string | null; p_seen: string[] | null };
				Returns: string;
			};
			merge_expertise_topics: {
				Args: { p_from: string | null; p_into: string | null; p_seen: string[] | null };
				Returns: number;
			};
			my_account: {
				Args: Record<PropertyKey, never>;
				Returns: Database['public']['CompositeTypes']['own_account'][];
				SetofOptions: {
					from: '*';
					to: 'own_account';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			my_sessions: {
				Args: Record<PropertyKey, never>;
				Returns: {
					device: string;
					ends_at: string;
					id: string;
					is_current: boolean;
					started_at: string;
					used_at: string;
				}[];
			};
			next_mail_at: { Args: Record<PropertyKey, never>; Returns: string };
			pause_account: { Args: { p_paused: boolean | null }; Returns: undefined };
			permit_auth_change: {
				Args: { p_account_id: string | null; p_change: string | null };
				Returns: undefined;
			};
			queue_already_registered_mail: {
				Args: { p_email: string | null; p_locale: string | null };
				Returns: undefined;
			};
			queue_auth_mail: {
				Args: {
					p_email: string | null;
					p_locale: string | null;
					p_new_address: string | null;
					p_to: string | null;
					p_token: string | null;
					p_type: string | null;
				};
				Returns: undefined;
			};
			queue_digests: { Args: { p_after_days: number | null }; Returns: number };
			record_coverage: { Args: Record<PropertyKey, never>; Returns: undefined };
			report_colleague: { Args: { p_id: string | null; p_reason: string | null }; Returns: undefined };
			resource_contact: { Args: { p_slug: string | null }; Returns: string };
			resource_page: { Args: { p_slug: string | null }; Returns: Json };
			resource_was_taken_off: { Args: { p_slug: string | null }; Returns: boolean };
			restore_revision: {
				Args: { p_revision_id: number | null; p_seen_revision: number | null };
				Returns: Json;
			};
			review_change: {
				Args: {
					p_change_id: string | null;
					p_decision: string | null;
					p_kept: string[] | null;
					p_reason: string | null;
					p_seen: string | null;
				};
				Returns: string;
			};
			save_change: {
				Args: {
					p_base_revision: number | null;
					p_change_id: string | null;
					p_content: JsonArgument;
					p_desk_id: string | null;
					p_intent: string | null;
					p_local_government_id: string | null;
					p_note: string | null;
					p_subject: string | null;
				};
				Returns: Json;
			};
			save_expertise_topic: {
				Args: {
					p_id: string | null;
					p_name_en: string | null;
					p_name_fr: string | null;
					p_name_nl: string | null;
					p_seen: string | null;
					p_slug: string | null;
				};
				Returns: string;
			};
			save_my_expertise: { Args: { p_entries: JsonArgument }; Returns: undefined };
			search_colleagues: {
				Args: {
					p_direction: string | null;
					p_distances_km: number[] | null;
					p_kinds: string[] | null;
					p_limit: number | null;
					p_nis_code: string | null;
					p_offset: number | null;
					p_positions: string[] | null;
					p_provinces: string[] | null;
					p_size_starts: number[] | null;
					p_sizes: number[] | null;
					p_sort: string | null;
					p_topics: string[] | null;
					p_within_km: number | null;
					p_words: string[] | null;
				};
				Returns: {
					colleagues: Json;
					facets: Json;
					places: Json;
					total: number;
				}[];
			};
			search_resources: {
				Args: {
					p_kinds: string[] | null;
					p_languages: string[] | null;
					p_limit: number | null;
					p_literal: boolean | null;
					p_nis_code: string | null;
					p_offset: number | null;
					p_outcomes: string[] | null;
					p_provinces: string[] | null;
					p_sort: string | null;
					p_topics: string[] | null;
					p_used_nis_code: string | null;
					p_words: string[] | null;
				};
				Returns: {
					facets: Json;
					places: Json;
					resources: Json;
					said_nothing: boolean;
					searched: string[];
					total: number;
					used_in: Json;
				}[];
			};
			send_first_message: {
				Args: { p_message: string | null; p_subject: string | null; p_to: string | null };
				Returns: undefined;
			};
			send_mail_now: { Args: { p_mail_id: string | null }; Returns: boolean };
			set_participation: {
				Args: {
					p_local_government_id: string | null;
					p_seen_since: string | null;
					p_seen_until: string | null;
					p_since: string | null;
					p_until: string | null;
				};
				Returns: string;
			};
			set_review: { Args: { p_local_government_id: string | null; p_on: boolean | null }; Returns: boolean };
			settle_colleague_report: {
				Args: { p_done: boolean | null; p_report_id: string | null; p_seen: string | null };
				Returns: boolean;
			};
			settle_desk_report: {
				Args: { p_done: boolean | null; p_report_id: string | null; p_seen: string | null };
				Returns: boolean;
			};
			settle_mail: {
				Args: { p_error: string | null; p_lease: string | null; p_mail_id: string | null };
				Returns: string;
			};
			show_desk: {
				Args: { p_desk_id: string | null; p_published: boolean | null; p_seen: string | null };
				Returns: boolean;
			};
			sort_contact_message: {
				Args: { p_kind: string | null; p_message_id: string | null; p_seen_revision: number | null };
				Returns: boolean;
			};
			sought_expertise: {
				Args: Record<PropertyKey, never>;
				Returns: {
					nis_code: string;
					offered_in_province: number;
					sought: number;
					topic: string;
				}[];
			};
			stage_import: {
				Args: {
					p_causes?: JsonArgument;
					p_counts: JsonArgument;
					p_file_name: string | null;
					p_header: JsonArgument;
					p_ignored_columns: JsonArgument;
					p_kind: string | null;
					p_read_as?: JsonArgument;
					p_rows: JsonArgument;
				};
				Returns: string;
			};
			submit_contact_message: {
				Args: {
					p_email: string | null;
					p_kind?: string | null;
					p_locale: string | null;
					p_message: string | null;
					p_name: string | null;
					p_operator_email?: string | null;
					p_sender_key: string | null;
				};
				Returns: number;
			};
			submit_desk_report: {
				Args: {
					p_desk_id: string | null;
					p_email: string | null;
					p_locale: string | null;
					p_message: string | null;
					p_sender_key: string | null;
					p_topic: string | null;
				};
				Returns: number;
			};
			topic_use: {
				Args: Record<PropertyKey, never>;
				Returns: {
					offered: number;
					sought: number;
					topic_id: string;
				}[];
			};
			try_write: { Args: Record<PropertyKey, never>; Returns: boolean };
			undo_decision: { Args: { p_decision_id: string | null }; Returns: string };
			unfollow: { Args: { p_id: string | null }; Returns: boolean };
			unsubscribe: { Args: { p_account_id: string | null; p_topic: string | null }; Returns: boolean };
			version_content: {
				Args: {
					p_desk_id: string | null;
					p_local_government_id: string | null;
					p_revision: number | null;
					p_subject: string | null;
				};
				Returns: Json;
			};
			withdraw_change: { Args: { p_change_id: string | null }; Returns: boolean };
			withdraw_domain: {
				Args: { p_domain: string | null; p_local_government_id: string | null };
				Returns: string;
			};
			withdrawn_desk: { Args: { p_slug: string | null }; Returns: string };
			work_waiting: {
				Args: Record<PropertyKey, never>;
				Returns: {
					colleague_reports: number;
					dead_mails: number;
					desk_reports: number;
					late_messages: number;
					messages: number;
					requests: number;
				}[];
			};
		};
		Enums: {
			[_ in never]: never;
		};
		CompositeTypes: {
			account_request: {
				account_id: string | null;
				full_name: string | null;
				job_title: string | null;
				position: string | null;
				local_government_id: string | null;
				motivation: string | null;
				email: string | null;
				locale: string | null;
				registered_at: string | null;
				confirmed_at: string | null;
				approved_there: string[] | null;
				duplicates: Json | null;
				seen: string | null;
			};
			decision_outcome: {
				account_id: string | null;
				outcome: string | null;
				decision_id: string | null;
				decision: string | null;
				decided_by_name: string | null;
				decided_at: string | null;
				seen: string | null;
			};
			own_account: {
				id: string | null;
				email: string | null;
				status: string | null;
				role: string | null;
				full_name: string | null;
				job_title: string | null;
				position: string | null;
				local_government_id: string | null;
				phone: string | null;
				bio: string | null;
				motivation: string | null;
				listed: boolean | null;
				visible_fields: string[] | null;
				notifications: string[] | null;
				locale: string | null;
				paused_at: string | null;
				consented_at: string | null;
				created_at: string | null;
			};
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
