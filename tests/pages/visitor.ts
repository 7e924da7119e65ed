/** Somebody whose browser runs no scripts: sees what the server made, fills in forms, presses buttons, follows links. */
import { randomInt } from 'node:crypto';
import { CookieJar, type JSDOM } from 'jsdom';
import { CLIENT_ADDRESS_HEADER } from '../e2e/support/servers.ts';
import { act, type Navigation } from './hands.ts';
import { loadedFromElsewhere } from './loadedFromElsewhere.ts';
import { parsePage } from './parsePage.ts';
import { Seen, type Options } from './seen.ts';

const MOST_REDIRECTS = 10;

interface Shown {
	dom: JSDOM;
	answer: Response;
}

export class Visitor {
	/** Of the site, without slash at the end. */
	readonly #site: string;
	/** Their own, so that limits per sender do not run from one test into another. */
	readonly #address = ['10', randomInt(256), randomInt(256), randomInt(1, 255)].join('.');
	readonly #jar = new CookieJar();
	#shown: Shown | undefined;
	readonly #document = new Seen(
		act({ window: () => this.#now.dom.window, go: (to) => this.#go(to) }),
		() => [this.page.documentElement],
		'page'
	);

	constructor(site: string) {
		this.#site = site;
	}

	/** Goes to an address, and on to where that leads. */
	async open(path: string): Promise<Response> {
		await this.#go({ url: new URL(path, this.#site), method: 'GET' });
		return this.answer;
	}

	/** A request by the same browser, as it stands; redirects are not followed unless that is asked. */
	async ask(path: string, init: RequestInit = {}): Promise<Response> {
		const url = new URL(path, this.#site);
		const headers = new Headers({ accept: 'text/html', [CLIENT_ADDRESS_HEADER]: this.#address });
		const cookies = await this.#jar.getCookieString(url.href);
		if (cookies) headers.set('cookie', cookies);
		for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
		const answer = await fetch(url, { redirect: 'manual', ...init, headers });
		for (const cookie of answer.headers.getSetCookie()) {
			await this.#jar.setCookie(cookie, url.href, { ignoreError: true });
		}
		return answer;
	}

	/** Sends fields as a form of the site's own page does; what comes back is not shown. */
	post(
		path: string,
		fields: Record<string, string>,
		headers: Record<string, string> = {}
	): Promise<Response> {
		const body = new URLSearchParams(fields);
		return this.ask(path, { method: 'POST', body, headers: { origin: this.#site, ...headers } });
	}

	/** As if a server had set it. */
	async keepCookie(name: string, value: string): Promise<void> {
		await this.#jar.setCookie(`${name}=${value}; Path=/; HttpOnly; SameSite=Lax`, this.#site);
	}

	async cookies(): Promise<
		{ name: string; value: string; httpOnly: boolean; sameSite: string | undefined }[]
	> {
		const cookies = await this.#jar.getCookies(this.#site);
		return cookies.map(({ key, value, httpOnly, sameSite }) => ({ name: key, value, httpOnly, sameSite }));
	}

	async forgetCookies(): Promise<void> {
		await this.#jar.removeAllCookies();
	}

	get page(): Document {
		return this.#now.dom.window.document;
	}

	/** What the server said with the page. */
	get answer(): Response {
		return this.#now.answer;
	}

	/** Path and query, and the place on the page. */
	get address(): string {
		const { pathname, search, hash } = this.#now.dom.window.location;
		return pathname + search + hash;
	}

	get title(): string {
		return this.page.title;
	}

	getByRole = (...of: [Parameters<Seen['getByRole']>[0], Options?]): Seen => this.#document.getByRole(...of);
	getByLabel = (label: string | RegExp, options?: Options): Seen => this.#document.getByLabel(label, options);
	getByText = (said: string | RegExp, options?: Options): Seen => this.#document.getByText(said, options);
	locator = (selector: string): Seen =>
		selector === 'html' ? this.#document : this.#document.locator(selector);

	get #now(): Shown {
		if (!this.#shown) throw new Error('No page is open.');
		return this.#shown;
	}

	/** What a page says, as the server sent it, without opening it. Redirects are followed. */
	async read(path: string): Promise<{ html: string; url: string }> {
		const { url, answer } = await this.#arrive({ url: new URL(path, this.#site), method: 'GET' });
		return { html: await answer.text(), url: url.href };
	}

	async #go(navigation: Navigation): Promise<void> {
		const { url, answer } = await this.#arrive(navigation);
		await this.#show(url, answer);
	}

	async #arrive({ url, ...init }: Navigation): Promise<{ url: URL; answer: Response }> {
		let [to, how]: [URL, RequestInit] = [url, init];
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
			if (to.origin !== this.#site) throw new Error(`${to.href} is another site.`);
			// Where it is sent from; only then, as browsers do.
			const from = how.method === 'POST' ? { headers: { origin: this.#site } } : {};
			const answer = await this.ask(to.pathname + to.search, { ...how, ...from });
			const location = answer.headers.get('location');
			if (location === null || answer.status < 300 || answer.status > 399) {
				return { url: to, answer };
			}
			await answer.body?.cancel();
			const { hash } = to;
			to = new URL(location, to);
			to.hash ||= hash;
			// 303 and, as browsers do it, 301 and 302 lead to a page to look at.
			if (answer.status < 307) how = { method: 'GET' };
		}
		throw new Error(`${url.href} leads around in a circle.`);
	}

	async #show(url: URL, answer: Response): Promise<void> {
		this.#shown?.dom.window.close();
		const contentType = answer.headers.get('content-type') ?? 'text/html';
		const dom = parsePage(await answer.text(), { url: url.href, contentType });
		this.#shown = { dom, answer };
		const foreign = loadedFromElsewhere(dom.window.document);
		if (foreign.length) throw new Error(`${url.href} loads from elsewhere: ${foreign.join(', ')}`);
	}
}
