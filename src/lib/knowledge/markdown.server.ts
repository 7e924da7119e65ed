/** Markdown as this site reads it: CommonMark with tables and footnotes, without HTML, and links only to where they may lead. */
import MarkdownIt, { type RendererRule, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Locale } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { slugOf } from '$lib/domain/text/slug';
import { isFilm, targetOf } from './links.server';
import type { ProseHeading } from './prose';

/** What the rules need to know of the text that is read. */
export interface ProseEnv {
	/** In front of the ids of its headings, so that two texts on one page have none in common. */
	prefix: string;
	/** In front of those of its notes, which stay apart also where two items stand on one page. */
	notePrefix: string;
	/** The level of its highest heading, 2 to 6. */
	startsAt: number;
	/** Of the text: what the site says in the middle of it is in the same language. */
	language: Locale;
	/** Filled while it is read. */
	headings: ProseHeading[];
}

/** An address that is named once and used often would make a page many times as long as what was typed. */
const MOST_ADDRESS_CHARACTERS = 200_000;
/** Each costs more than the one before. */
const MOST_FOOTNOTES = 500;

const plain = new MarkdownIt({ html: false, linkify: true });
const withFootnotes = new MarkdownIt({ html: false, linkify: true }).use(footnotes);
for (const markdown of [plain, withFootnotes]) {
	// Only what looks like an address to everybody: "bestand.doc" and "naam@" are words.
	markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
	// Judged below, where the link can go and its words stay.
	markdown.validateLink = () => true;
	markdown.core.ruler.push('own_headings', ({ tokens, env }) => headings(tokens, env as unknown as ProseEnv));
	markdown.core.ruler.push('own_links', ({ tokens, env }) => {
		const budget = { left: MOST_ADDRESS_CHARACTERS };
		for (const token of tokens)
			if (token.children) token.children = links(token.children, env as unknown as ProseEnv, budget);
	});
	Object.assign(markdown.renderer.rules, rules());
}

/** @param text cleaned @returns markup that still has to be sanitised */
export function markup(text: string, env: ProseEnv): string {
	const notes = text.match(/\[\^|\^\[/g)?.length ?? 0;
	return (notes > MOST_FOOTNOTES ? plain : withFootnotes).render(text, { ...env, headings: env.headings });
}

/** Levels from where the page has room for them and without a gap; an id that says what it is about. */
function headings(tokens: Token[], env: ProseEnv): void {
	const levels = tokens.flatMap(({ type, tag }) => (type === 'heading_open' ? [Number(tag[1])] : []));
	const highest = Math.min(...levels);
	const taken = new Map<string, number>();
	let before = env.startsAt - 1;
	tokens.forEach((token, place) => {
		if (token.type !== 'heading_open') return;
		const level = Math.min(env.startsAt + Number(token.tag[1]) - highest, before + 1, 6);
		before = level;
		const text = wordsOf(tokens[place + 1]?.children ?? []).trim();
		const name = slugOf(text).slice(0, 60) || 'kop';
		const count = (taken.get(name) ?? 0) + 1;
		taken.set(name, count);
		const id = `${env.prefix}-${name}${count > 1 ? `--${count}` : ''}`;
		token.tag = `h${level}`;
		token.attrSet('id', id);
		const close = tokens[place + 2];
		if (close) close.tag = token.tag;
		if (text) env.headings.push({ id, level, text });
	});
}

const wordsOf = (tokens: readonly Token[]): string =>
	tokens
		.map(({ type, content, children }) => {
			if (type === 'text' || type === 'code_inline') return content;
			if (type === 'softbreak' || type === 'hardbreak') return ' ';
			return type === 'image' ? wordsOf(children ?? []) : '';
		})
		.join('');

/** The same line with only links that may stand, and each image as the link to it. */
function links(tokens: Token[], env: ProseEnv, budget: { left: number }): Token[] {
	const result: Token[] = [];
	const kept: boolean[] = [];
	for (const token of tokens) {
		if (token.type === 'link_open') {
			const target = within(budget, targetOf(String(token.attrGet('href') ?? '')));
			// One in another is not a link of HTML.
			const stays = target !== null && !kept.includes(true);
			kept.push(stays);
			if (!stays) continue;
			token.attrs = [['href', target.href]];
			if (target.to === 'elsewhere') token.attrSet('rel', 'noopener nofollow ugc');
			result.push(token);
		} else if (token.type === 'link_close') {
			if (kept.pop()) result.push(token);
		} else if (token.type === 'image') {
			result.push(...imageLink(token, env, budget, kept.includes(true)));
		} else result.push(token);
	}
	return result;
}

function within<T extends { href: string }>(budget: { left: number }, target: T | null): T | null {
	if (!target || target.href.length > budget.left) return null;
	budget.left -= target.href.length;
	return target;
}

/** Nothing is fetched from another site because somebody reads here: its image is a link that says where it leads. */
function imageLink(image: Token, env: ProseEnv, budget: { left: number }, isInLink: boolean): Token[] {
	const said = wordsOf(image.children ?? []).trim();
	const target = isInLink ? null : within(budget, targetOf(String(image.attrGet('src') ?? '')));
	const Kind = image.constructor as typeof Token;
	const text = (content: string): Token => Object.assign(new Kind('text', '', 0), { content });
	if (!target || target.to === 'person') return said ? [text(said)] : [];
	const open = new Kind('link_open', 'a', 1);
	open.attrs = [['href', target.href]];
	if (target.to === 'elsewhere') open.attrSet('rel', 'noopener nofollow ugc');
	return [
		open,
		text(target.to === 'site' ? said || target.href : imageWords(said, target, env.language)),
		new Kind('link_close', 'a', -1)
	];
}

function imageWords(said: string, target: { href: string; host: string }, locale: Locale): string {
	const inputs = { host: target.host };
	const words = isFilm(target)
		? m.knowledge_film_at(inputs, { locale })
		: m.knowledge_image_at(inputs, { locale });
	return said ? `${words}: ${said}` : words;
}

interface NoteMeta {
	/** 0-based */
	id: number;
	/** Which of the places that refer to it. */
	subId?: number;
}

const metaOf = (token: Token | undefined): NoteMeta => token?.meta as unknown as NoteMeta;

/** What the renderer writes otherwise than markdown-it and its footnotes do. */
function rules(): Record<string, RendererRule> {
	const note = (token: Token | undefined, env: unknown, isBack: boolean): string => {
		const { id, subId = 0 } = metaOf(token);
		const name = `${(env as ProseEnv).notePrefix}-noot-${id + 1}`;
		return isBack ? `${name}-bij-${subId + 1}` : name;
	};
	const number = (token: Token | undefined): number => metaOf(token).id + 1;
	const cell =
		(tag: 'td' | 'th'): RendererRule =>
		(tokens, place) => {
			// markdown-it writes a style, which the Content-Security-Policy refuses.
			const align = /text-align:\s*(left|center|right)/.exec(
				String(tokens[place]?.attrGet('style') ?? '')
			)?.[1];
			return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${align ? ` class="${align}"` : ''}>`;
		};
	return {
		td_open: cell('td'),
		th_open: cell('th'),
		// One that is wider than the screen can be moved by keyboard too.
		table_open: (_tokens, _place, _options, env) =>
			`<div class="wide" role="group" tabindex="0" aria-label="${m.knowledge_table({}, { locale: (env as unknown as ProseEnv).language })}"><table>`,
		table_close: () => '</table></div>',
		footnote_ref: (tokens, place, _options, env) => {
			const of = tokens[place];
			const label = m.knowledge_footnote(
				{ number: number(of) },
				{ locale: (env as unknown as ProseEnv).language }
			);
			return `<sup><a href="#${note(of, env, false)}" id="${note(of, env, true)}" aria-label="${label}">${number(of)}</a></sup>`;
		},
		footnote_block_open: (_tokens, _place, _options, env) =>
			`<section class="footnotes" aria-label="${m.knowledge_footnotes({}, { locale: (env as unknown as ProseEnv).language })}"><ol>`,
		footnote_block_close: () => '</ol></section>',
		footnote_open: (tokens, place, _options, env) => `<li id="${note(tokens[place], env, false)}">`,
		footnote_close: () => '</li>',
		footnote_anchor: (tokens, place, _options, env) => {
			const of = tokens[place];
			const label = m.knowledge_footnote_back(
				{ number: number(of) },
				{ locale: (env as unknown as ProseEnv).language }
			);
			return ` <a class="back" href="#${note(of, env, true)}" aria-label="${label}">↩\uFE0E</a>`;
		}
	};
}
