import { beforeEach, describe, expect, it } from 'vitest';
import { JSDOM } from 'jsdom';
import {
	arrive,
	forget,
	forgetAll,
	formAddress,
	interrupt,
	keep,
	keptFor,
	type Whose
} from './keptTyping.ts';

const ADA: Whose = { account: 'ada', form: '/account' };
const BEA: Whose = { account: 'bea', form: '/account' };
const TYPED = { fullName: ['Ada'], visibleFields: [] };

let storage: Storage;
beforeEach(() => {
	storage = new JSDOM('', { url: 'https://site.example' }).window.sessionStorage;
});

describe('the address of a form', () => {
	const addressOf = (path: string) => formAddress(new URL(path, 'https://site.example'));
	it('is the same in every language, for every action and after whatever was done', () => {
		for (const path of ['/account', '/fr/account', '/en/account?klaar=email', '/account?/save']) {
			expect(addressOf(path), path).toBe('/account');
		}
	});
	it('tells one subject from another', () => {
		expect(addressOf('/fr/beheer/themas?thema=geld&klaar=bewaard')).toBe('/beheer/themas?thema=geld');
		expect(addressOf('/beheer/themas?thema=tijd')).not.toBe(addressOf('/beheer/themas?thema=geld'));
	});
});

describe('what was typed', () => {
	it('is kept by account and form', () => {
		keep(storage, ADA, TYPED);
		expect(keptFor(storage, ADA)?.typed).toEqual(TYPED);
		expect(keptFor(storage, BEA)).toBeUndefined();
		expect(keptFor(storage, { ...ADA, form: '/account/expertise' })).toBeUndefined();
	});

	it('is gone when it is sent, and all of it when somebody signs out', () => {
		keep(storage, ADA, TYPED);
		forget(storage, ADA);
		expect(storage.length).toBe(0);
		storage.setItem('something else', 'stays');
		keep(storage, ADA, TYPED);
		keep(storage, { ...ADA, form: '/account/expertise' }, TYPED);
		forgetAll(storage);
		expect(storage.length).toBe(1);
	});

	it('is to be offered once the page asked to sign in, which says so for the form it leads back to', () => {
		keep(storage, ADA, TYPED);
		expect(keptFor(storage, ADA)?.isInterrupted).toBe(false);
		expect(interrupt(storage, '/fr/account')).toBe(true);
		expect(interrupt(storage, '/account/expertise')).toBe(false);
		expect(keptFor(storage, ADA)).toMatchObject({ typed: TYPED, isInterrupted: true });
		arrive(storage, 'ada', false);
		expect(keptFor(storage, ADA)).toBeDefined();
	});

	it('is gone for good as soon as somebody else arrives', () => {
		keep(storage, ADA, TYPED);
		interrupt(storage, '/account');
		arrive(storage, 'bea', false);
		expect(storage.length).toBe(0);
	});

	it('waits for the page that follows a form that leaves its own', () => {
		keep(storage, ADA, TYPED, { isSent: true });
		arrive(storage, 'ada', false);
		expect(keptFor(storage, ADA)).toBeUndefined();
		keep(storage, ADA, TYPED, { isSent: true });
		arrive(storage, 'ada', true);
		expect(keptFor(storage, ADA)).toMatchObject({ typed: TYPED, isInterrupted: true });
	});

	it('waits while nobody is signed in, whatever page that leads to', () => {
		keep(storage, ADA, TYPED, { isSent: true });
		arrive(storage, undefined, false);
		expect(interrupt(storage, '/account')).toBe(true);
		expect(keptFor(storage, ADA)).toMatchObject({ typed: TYPED, isInterrupted: true });
	});

	it('is nothing where something else stands', () => {
		for (const text of ['', '{', 'null', '{"account":"ada"}', '[]']) {
			storage.setItem('typed ada /account', text);
			expect(keptFor(storage, ADA), text).toBeUndefined();
			expect(interrupt(storage, '/account')).toBe(false);
		}
	});
});
