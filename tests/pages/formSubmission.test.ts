import { describe, expect, it } from 'vitest';
import { chooseFile, submissionOf, type Submission } from './formSubmission.ts';
import { loadedFromElsewhere } from './loadedFromElsewhere.ts';
import { parsePage } from './parsePage.ts';

const pageOf = (body: string) => parsePage(body, { url: 'https://site.example/plaats?x=1#hier' });

/** What the button with id "b" sends. */
function sent(body: string, before: (page: Document) => void = () => {}): Submission {
	const { window } = pageOf(body);
	before(window.document);
	const button = window.document.querySelector<HTMLButtonElement>('#b');
	if (!button?.form) throw new Error('no button');
	return submissionOf(button.form, button, window);
}

describe('a form is sent as a browser without scripts sends it', () => {
	it('with what is filled in, and the button that was pressed', () => {
		const { method, url } =
			sent(`<form action="/zoek"><input name="q" value="a b"><input type="checkbox" name="n">
			<input name="uit" value="x" disabled><button name="k" value="1">A</button><button id="b" name="k" value="2">B</button></form>`);
		expect([method, url.href]).toEqual(['GET', 'https://site.example/zoek?q=a+b&k=2']);
	});

	it('to the address of the page when it names none, without its place', () => {
		const { method, url, body } = sent(
			'<form method="post"><input name="q" value="1"><button id="b">B</button></form>'
		);
		expect([method, url.href, String(body)]).toEqual(['POST', 'https://site.example/plaats?x=1', 'q=1']);
	});

	it('as the button says, where that differs', () => {
		const { method, url } = sent(
			'<form><input name="q" required><button id="b" formaction="?/weg" formmethod="post" formnovalidate>B</button></form>'
		);
		expect([method, url.href]).toEqual(['POST', 'https://site.example/plaats?/weg']);
	});

	it('not at all when a browser would refuse', () => {
		expect(() => sent('<form><input name="q" required><button id="b">B</button></form>')).toThrow('name="q"');
	});

	it('with its files', () => {
		const { body } = sent(
			'<form method="post" enctype="multipart/form-data"><input type="file" name="f"><button id="b">B</button></form>',
			(page) => {
				const field = page.querySelector<HTMLInputElement>('input');
				if (field) chooseFile(field, new File(['inhoud'], 'a.csv'));
			}
		);
		expect(body).toBeInstanceOf(FormData);
		expect((body as FormData).get('f')).toMatchObject({ name: 'a.csv', size: 6 });
	});
});

it('what is meant for readers without scripts is there', () => {
	const { window } = pageOf('<main><noscript><a href="/lijst">Lijst</a></noscript></main>');
	expect(window.document.querySelector('main > a')?.textContent).toBe('Lijst');
});

it('what a page would load from elsewhere is found, and its links are not', () => {
	const { window } =
		pageOf(`<link rel="canonical" href="https://elders.example/"><a href="https://elders.example/">weg</a>
		<img src="/a.png"><img src="//elders.example/b.png"><script src="https://elders.example/c.js"></script>
		<p style="background: url(https://elders.example/d.png)">x</p><img src="data:," srcset="/e.png 1x, https://elders.example/f.png 2x">`);
	expect(loadedFromElsewhere(window.document).map((address) => address.slice(-5))).toEqual(
		expect.arrayContaining(['b.png', '/c.js', 'd.png', 'f.png'])
	);
	expect(loadedFromElsewhere(window.document)).toHaveLength(4);
});
