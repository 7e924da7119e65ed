import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuthMailType } from '$lib/base/mail/authMail';
import { authTemplate, SUBJECTS } from './authTemplates.server';

const TYPES: AuthMailType[] = ['confirmation', 'recovery', 'magic_link', 'email_change'];
const config = readFileSync('supabase/config.toml', 'utf8');

describe.each(TYPES)('the mail of Auth for %s', (type) => {
	const html = authTemplate(type);

	it('is the one in supabase/templates', async () => {
		await expect(html).toMatchFileSnapshot(resolve(`supabase/templates/${type}.html`));
	});

	it('asks Auth for nothing but the link and where it leads', () => {
		const asked = html.match(/\{\{.*?\}\}/g) ?? [];
		const known = ['{{ .SiteURL }}', '{{ .TokenHash }}', '{{ .NewEmail }}'];
		expect(asked.filter((variable) => !known.includes(variable))).toEqual([]);
	});

	it('says it in three languages, each with a button and the bare link to the page in that language', () => {
		expect(html.match(/<div lang="(nl|fr|en)">/g)).toHaveLength(3);
		for (const path of ['/auth/confirm', '/fr/auth/confirm', '/en/auth/confirm']) {
			expect(html.split(`href="{{ .SiteURL }}${path}?token_hash=`), path).toHaveLength(3);
		}
	});

	it('has the same subject and file on a hosted project', () => {
		expect(config).toContain(
			`[auth.email.template.${type}]\nsubject = "${SUBJECTS[type]}"\ncontent_path = "./supabase/templates/${type}.html"\n`
		);
	});
});
