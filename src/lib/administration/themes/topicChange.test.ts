import { describe, expect, it } from 'vitest';
import { topicChange } from './topicChange.server';

const JONGEREN = { nl: 'Jongeren', fr: 'Jeunes', en: 'Young people' };
const WERVEN = { nl: 'Werven', fr: 'Recruter', en: 'Recruiting' };

describe('what the trail says about a theme', () => {
	it('is nothing where something else happened', () => {
		expect(topicChange('approved', {}, new Map())).toBeNull();
	});

	it('goes by the names of that moment', () => {
		const known = new Map([['jongeren', WERVEN]]);
		const details = { topic: 'jongeren', names: JONGEREN, before: WERVEN };
		expect(topicChange('topic_renamed', details, known)).toEqual({
			name: JONGEREN,
			before: WERVEN,
			into: null
		});
	});

	it('goes by the names of today after a merger, and by the slug where there are none', () => {
		const known = new Map([['jongeren', JONGEREN]]);
		expect(topicChange('topics_merged', { topic: 'jongeren', into: 'weg' }, known)).toEqual({
			name: JONGEREN,
			before: null,
			into: { nl: 'weg', fr: 'weg', en: 'weg' }
		});
	});
});
