import { queryAllByRole } from '@testing-library/dom';
import { JSDOM } from 'jsdom';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import DeskList from './desk/DeskList.svelte';

/** What a screen reader says of every link and button. */
function namesIn(html: string): string[] {
	const { body } = new JSDOM(html).window.document;
	const names: string[] = [];
	const name = (said: string) => names.push(said) > 0;
	for (const role of ['link', 'button']) queryAllByRole(body, role, { name });
	return names;
}

it('what can be done with a desk is called by a word and the name of the desk', () => {
	const desk = {
		id: '1',
		name: 'Loket X',
		slug: 'loket-x',
		address: 'Kouter 1, Gent',
		published: true,
		marks: [],
		verifiedAt: null,
		unconfirmedSince: null
	};
	const { body } = render(DeskList, {
		props: { desks: [desk], canEdit: true, isParticipant: true, chosen: null }
	});
	expect(namesIn(body).filter((name) => name.endsWith('Loket X'))).toEqual([
		'Loket X',
		'Pas aan Loket X',
		'Controleer Loket X',
		'Haal van de site Loket X',
		'Geschiedenis Loket X'
	]);
});
