import { expect, test } from 'vitest';
import { PROTOMAPS_METADATA } from '../../../../tests/fixtures/streets.ts';
import { layerNamesOf, streetSchemaOf } from './streetTiles.ts';

test('streets of Protomaps are known by what their tiles say', () => {
	expect(streetSchemaOf(PROTOMAPS_METADATA)).toBe('protomaps');
});

test.each([
	['nothing', undefined],
	['no list', { vector_layers: 'roads' }],
	['other layers', { vector_layers: [{ id: 'transportation', fields: { class: 'String' } }] }],
	[
		'the version before',
		{ vector_layers: ['earth', 'roads', 'water'].map((id) => ({ id, fields: { 'pmap:kind': 'String' } })) }
	]
])('%s is not', (_, metadata) => {
	expect(streetSchemaOf(metadata)).toBeNull();
});

test('of what is not known the layers are named', () => {
	expect(layerNamesOf({ vector_layers: [{ id: 'road' }, { id: 'water' }] })).toEqual(['road', 'water']);
	expect(layerNamesOf(null)).toEqual([]);
});
