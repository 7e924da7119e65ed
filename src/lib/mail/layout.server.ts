import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Locale } from '$lib/domain/directory/directory';
import { escapeXml } from '$lib/domain/text/escapeXml';

/** One thing in a mail. Texts are plain: whatever they hold is shown, not interpreted. */
export type Block =
	| { kind: 'text'; text: string }
	/** Somebody's words, with their line breaks. */
	| { kind: 'quote'; text: string }
	| { kind: 'button'; label: string; href: string }
	/** The address of a button, for whoever cannot press it. */
	| { kind: 'bare'; label: string; href: string }
	/** Things to look at; `more` says what is left out. */
	| {
			kind: 'list';
			heading: string;
			items: readonly { label: string; href: string; text?: string }[];
			more?: string;
	  }
	| { kind: 'small'; text: string; link?: { label: string; href: string } };

/** What is said in one language. */
export interface Section {
	locale: Locale;
	title: string;
	blocks: readonly Block[];
}

/** Ink and paper of the site. Styles on the element: many mail programs read no others. */
const LIGHT = {
	body: 'margin:0;padding:24px 16px;background:#fbf8f1;color:#1d2a2e;font-family:Atkinson Hyperlegible Next,Verdana,Arial,sans-serif;font-size:17px;line-height:1.5',
	page: 'max-width:560px;margin:0 auto',
	name: 'margin:0 0 24px;font-weight:bold;color:#0b6b66',
	h1: 'margin:0 0 16px;font-size:24px;line-height:1.25',
	h2: 'margin:24px 0 8px;font-size:19px;line-height:1.25',
	p: 'margin:0 0 16px',
	ul: 'margin:0 0 16px;padding-left:24px',
	li: 'margin:0 0 8px',
	quote: 'margin:0 0 16px;padding:8px 16px;border-left:6px solid #0b6b66;background:#dceeeb',
	button:
		'display:inline-block;padding:12px 20px;border-radius:6px;background:#0b6b66;color:#ffffff;font-weight:bold;text-decoration:none',
	soft: 'margin:0 0 16px;font-size:15px;color:#4b585c;overflow-wrap:anywhere',
	a: 'color:#0b6b66',
	hr: 'margin:32px 0;border:0;border-top:1px solid #d8cfbd'
};

const DARK = [
	'body{background:#14191b!important;color:#e9e6dd!important}',
	'a,.name{color:#4fc0b5!important}',
	'.soft{color:#b5b9b4!important}',
	'.button{background:#4fc0b5!important;color:#06211f!important}',
	'blockquote{background:#17403d!important;border-color:#4fc0b5!important}',
	'hr{border-color:#374247!important}'
].join('');

/** A whole HTML mail. The language of the first section is that of the mail. */
export function mailHtml(sections: readonly [Section, ...Section[]]): string {
	const [{ locale, title }] = sections;
	return [
		'<!doctype html>',
		`<html lang="${locale}">`,
		'<head>',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="color-scheme" content="light dark">',
		`<title>${escapeXml(title)}</title>`,
		`<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${DARK}}</style>`,
		'</head>',
		`<body style="${LIGHT.body}">`,
		`<div style="${LIGHT.page}">`,
		`<p class="name" style="${LIGHT.name}">${escapeXml(m.site_name({}, { locale }))}</p>`,
		sections.map(sectionHtml).join(`\n<hr style="${LIGHT.hr}">\n`),
		'</div>',
		'</body>',
		'</html>\n'
	].join('\n');
}

function sectionHtml({ locale, title, blocks }: Section): string {
	const heading = `<h1 style="${LIGHT.h1}">${escapeXml(title)}</h1>`;
	return [`<div lang="${locale}">`, heading, ...blocks.map(blockHtml), '</div>'].join('\n');
}

function blockHtml(block: Block): string {
	switch (block.kind) {
		case 'text':
			return `<p style="${LIGHT.p}">${escapeXml(block.text)}</p>`;
		case 'quote':
			return `<blockquote style="${LIGHT.quote}">${escapeXml(block.text).replace(/\r?\n/g, '<br>')}</blockquote>`;
		case 'button':
			return `<p style="${LIGHT.p}">${link(block, `class="button" style="${LIGHT.button}"`)}</p>`;
		case 'bare':
			return `<p class="bare soft" style="${LIGHT.soft}">${escapeXml(block.label)}<br>${link({ label: block.href, href: block.href })}</p>`;
		case 'list':
			return listHtml(block);
		case 'small':
			return `<p class="soft" style="${LIGHT.soft}">${escapeXml(block.text)}${block.link ? ` ${link(block.link)}` : ''}</p>`;
	}
}

function listHtml({ heading, items, more }: Extract<Block, { kind: 'list' }>): string {
	const lines = items.map(
		({ text, ...target }) =>
			`<li style="${LIGHT.li}">${link(target)}${text ? `<br>${escapeXml(text)}` : ''}</li>`
	);
	return [
		`<h2 style="${LIGHT.h2}">${escapeXml(heading)}</h2>`,
		`<ul style="${LIGHT.ul}">${lines.join('')}</ul>`,
		...(more ? [`<p class="soft" style="${LIGHT.soft}">${escapeXml(more)}</p>`] : [])
	].join('\n');
}

function link({ label, href }: { label: string; href: string }, attributes = `style="${LIGHT.a}"`): string {
	return `<a href="${escapeXml(href)}" ${attributes}>${escapeXml(label)}</a>`;
}
