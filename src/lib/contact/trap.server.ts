import type { TrapSprung } from './messageFields';

/** Whoever fills in the field that people never see is asked to look again, for it may be a browser that did. */
export function intoTrap({ form }: { form: { data: { trap: string } } }): TrapSprung | undefined {
	if (form.data.trap === '') return undefined;
	form.data.trap = '';
	return { kind: 'confirm' };
}
