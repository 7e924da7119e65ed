/** Rules that are kept twice, by the form and by the database: the same answer on the same cases. */
import fc from 'fast-check';
import { remove as withoutConfusables } from 'confusables';
import { describe, expect, it } from 'vitest';
import { isEmailAddress } from '$lib/domain/account/emailAddress';
import { onOneLine } from '$lib/domain/text/text';
import { isWebAddress, toWebAddress } from '$lib/domain/text/webAddress';
import { useDatabase } from '../../../../tests/database/useDatabase.ts';

const embedded = useDatabase({ exampleData: false });

type Rule = 'is_one_line' | 'is_mail_address' | 'is_web_address';

/** Of each text whether the database takes it. */
async function taken(rule: Rule, texts: readonly string[]): Promise<boolean[]> {
	const { rows } = await embedded.exclusively((db) =>
		db.query<{ taken: boolean }>(
			`select private.${rule}(one #>> '{}') as taken
			from jsonb_array_elements($1::jsonb) with ordinality as list (one, place) order by place`,
			[JSON.stringify(texts)]
		)
	);
	return rows.map((row) => row.taken);
}

/** What has been given out of Unicode, and the plane with tags and other things that nobody sees. */
const CHARACTERS = [...range(0x1, 0xd7ff), ...range(0xe000, 0x1ffff), ...range(0xe0000, 0xe1000)].map(
	(code) => String.fromCodePoint(code)
);

function range(first: number, last: number): number[] {
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const HIDDEN = [
	'\u202E',
	'\u200E',
	'\u200F',
	'\u200B',
	'\u00AD',
	'\u034F',
	'\u3164',
	'\u{E0001}',
	'\u2028',
	'\n',
	'\u0085'
];

describe('one line', () => {
	it('takes the same characters on both sides', async () => {
		const inDatabase = await taken('is_one_line', CHARACTERS);
		const HIDES = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
		const differs = CHARACTERS.filter((character, i) => HIDES.test(character) === inDatabase[i]);
		expect(differs.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
	});

	it('is what the form makes of anything', async () => {
		const unit = fc.oneof(
			fc.constantFrom(...HIDDEN, ' ', 'a', '\u0301', '👩‍👩‍👧'),
			fc.string({ unit: 'binary' })
		);
		const typed = fc.sample(
			fc.array(unit).map((parts) => parts.join('')),
			{ numRuns: 2_000, seed: 1 }
		);
		const lines = typed.map((text) => onOneLine(text.replaceAll('\0', '')));
		expect(lines.filter((line) => line !== line.trim() || line !== onOneLine(line))).toEqual([]);
		expect((await taken('is_one_line', lines)).every(Boolean)).toBe(true);
	});
});

describe('a mail address', () => {
	const GIVEN = [
		'noor@gent.be',
		'zoë@münchen.example',
		"o'neill+loket@sub.gent.be",
		`${'🌻'.repeat(64)}@gent.be`,
		`${'a'.repeat(65)}@gent.be`,
		`noor@${'b'.repeat(250)}.be`,
		'',
		'noor',
		'noor@gent',
		'noor@@gent.be',
		'noor@gent@kwaad.example',
		'wim@gent..be',
		'.wim@gent.be',
		'wim.@gent.be',
		'a"<script>@b.be',
		'"a b"@b.be',
		'a@b.be>',
		'a,b@gent.be',
		'a\\b@gent.be',
		'a@[10.0.0.1]',
		...HIDDEN.flatMap((hidden) => [`no${hidden}or@gent.be`, `noor@ge${hidden}nt.be`])
	];
	const text = fc.oneof(
		fc
			.array(
				fc.constantFrom(
					'a',
					'.',
					'@',
					'ë',
					'"',
					'<',
					' ',
					'\u00A0',
					'\u3000',
					'\\',
					']',
					'-',
					'🌻',
					...HIDDEN
				),
				{
					maxLength: 12
				}
			)
			.map((parts) => parts.join('')),
		fc.emailAddress(),
		fc.string({ unit: 'binary' }).filter(isStorable)
	);

	it('is one for both, or for neither', async () => {
		const cases = [...GIVEN, ...fc.sample(text, { numRuns: 3_000, seed: 1 })];
		const inDatabase = await taken('is_mail_address', cases);
		expect(cases.filter((address, i) => isEmailAddress(address) !== inDatabase[i])).toEqual([]);
		expect(inDatabase.filter(Boolean).length).toBeGreaterThan(100);
	});

	it.each(['a"<script>@b.be', 'no\u202Eor@gent.be', 'noor@ge\u200Bnt.be'])('is not %j', (address) => {
		expect(isEmailAddress(address)).toBe(false);
	});

	it('has the same characters in it', async () => {
		const cases = CHARACTERS.map((character) => `a${character}b@gent.be`);
		const inDatabase = await taken('is_mail_address', cases);
		const differs = cases.filter((address, i) => isEmailAddress(address) !== inDatabase[i]);
		expect(differs.map((address) => address.codePointAt(1)?.toString(16))).toEqual([]);
	});
});

describe('a web address', () => {
	const GIVEN = [
		'www.gent.be',
		'https://www.gent.be',
		'HTTPS://Gent.be/Loket?x=1#y',
		'https://gent.be:8080/a',
		'https://gent.be:/a',
		'https://gènt.be/één?q=ü#ï',
		'https://x.be/"onmouseover="alert(1)',
		"https://x.be/'a'(b)*!",
		'https://x.be/a|b^c`d{e}\\f',
		'https://x.be/?a|b^c`d{e}\\f"<>',
		'https://x.be/#a|b^c`d{e}\\f"<>',
		'https://x.be/[a]?[b]#[c]',
		'https://x.be/a\nb',
		'https://evil.example@gent.be/',
		'https://evil.example:x@gent.be/',
		'https://gent.be.',
		'https://127.0.0.1/',
		'https://[::1]/',
		'https://a!b.example/',
		'https://a_b.example/',
		'javascript:alert(1)',
		'https://gent',
		`https://gent.be/${'a'.repeat(284)}`,
		`https://gent.be/${'a'.repeat(285)}`,
		...HIDDEN.flatMap((hidden) => [`https://ge${hidden}nt.be/`, `https://gent.be/a${hidden}b`])
	];
	const text = fc.oneof(
		fc.webUrl({ withFragments: true, withQueryParameters: true }),
		fc
			.tuple(
				fc.constantFrom('https://gent.be/', 'gent.be?', 'http://a.be:80/#', 'https://'),
				fc.string({ unit: 'binary' })
			)
			.map((parts) => parts.join('')),
		fc
			.array(fc.constantFrom('https://', 'a', '.', '/', '?', '#', '@', ':', '"', '|', '{', '\\', 'é', ' '), {
				maxLength: 12
			})
			.map((parts) => parts.join(''))
	);

	it('is one for both, or for neither; and so is what the form makes of it', async () => {
		const typed = [...GIVEN, ...fc.sample(text, { numRuns: 3_000, seed: 1 })].filter(isStorable);
		const inDatabase = await taken('is_web_address', typed);
		expect(typed.filter((address, i) => isWebAddress(address) !== inDatabase[i])).toEqual([]);
		const made = typed.map(toWebAddress).filter((address) => address !== null);
		expect(made.length).toBeGreaterThan(1_000);
		expect(made.filter((address) => toWebAddress(address) !== address)).toEqual([]);
		expect((await taken('is_web_address', made)).every(Boolean)).toBe(true);
	});
});

describe('a name that looks like another', () => {
	const skeletons = async (names: readonly string[]): Promise<string[]> => {
		const { rows } = await embedded.exclusively((db) =>
			db.query<{ skeleton: string }>(
				`select private.name_skeleton(name) as skeleton from unnest($1::text[]) with ordinality as list (name, place)
				order by place`,
				[names]
			)
		);
		return rows.map((row) => row.skeleton);
	};

	it('is the same without case, accents, spaces and marks, what nobody sees, and in letters of other alphabets', async () => {
		const alike = [
			'Zoë Van den Berg',
			'zoe vandenberg',
			'ZOË  VAN-DEN-BERG',
			'Zoe\u0308 Van den Berg',
			'Zоё Vаn dеn Веrg',
			'Zοe Vαn den Berg',
			'Zoë Van den Ber\u200Eg',
			'Z\u{E0001}oë Van den Berg',
			'Ｚｏë Van den Berg'
		];
		expect(new Set(await skeletons(alike))).toEqual(new Set(['zoevandenberg']));
	});

	it('is another when its letters are', async () => {
		const names = ['An Peeters', 'Jan Peeters', 'Ann Peeters', 'An Peters', 'Анна', '李'];
		expect(new Set(await skeletons(names)).size).toBe(names.length);
	});

	it('knows the letters that the package knows, of alphabets that mix with ours', async () => {
		const MIXED = /(?![ßæœ])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
		const letters = CHARACTERS.filter((letter) => {
			const seenAs = withoutConfusables(letter).toLowerCase();
			return letter > '\u007F' && MIXED.test(letter) && /^[a-z0-9]$/.test(seenAs) && isFolded(letter);
		});
		expect(letters.length).toBeGreaterThan(200);
		const expected = await skeletons(letters.map((letter) => withoutConfusables(letter).toLowerCase()));
		expect(await skeletons(letters)).toEqual(expected);
	});
});

/** Neither case nor accent to take away: what is left for the list of letters. */
const isFolded = (letter: string): boolean =>
	letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() === letter;
