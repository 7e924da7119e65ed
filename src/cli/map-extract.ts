/**
 * `npm run map:extract -- <address or file> [--zoom=14]`: cuts Flanders and Brussels out of a map of the world and puts it in the data
 * folder, where the site finds it. Ends with 0, also when the same map is there already, or with a code of `streets/refusal.ts`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { streetsInDataFolder, streetsPath } from '../lib/base/settings/streetsFile.server.ts';
import { MAP_BOUNDS } from '../lib/domain/place/mapFrame.ts';
import { endPlainly } from './process.ts';
import { extract, type Progress } from './streets/extract.ts';
import { ExtractError } from './streets/refusal.ts';
import { tellError } from '../lib/base/log/tellError.server.ts';

/** Around the frame of the map, in degrees: some two kilometres. */
const MARGIN = 0.03;
/** Streets, squares and blocks of houses; 15 adds each house by itself, and about doubles the file. */
const ZOOMS = ['14', '15'];
const NUMBERS = new Intl.NumberFormat('nl-BE');

endPlainly();
const [west, south, east, north] = MAP_BOUNDS;
const target = streetsInDataFolder(process.env);
const isWatched = process.stdout.isTTY;

try {
	const { address, maxZoom } = asked();
	process.once('SIGINT', () => {
		console.log('\nAfgebroken. Hetzelfde commando gaat verder waar dit stopte.');
		process.exit(130);
	});
	console.log(`Vlaanderen en Brussel, tot zoomniveau ${maxZoom}, uit ${address}`);
	const { isSame, tiles, bytes } = await extract({
		address,
		target,
		box: [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN],
		maxZoom,
		onplan: ({ tiles, bytes, parts, resumed }) =>
			console.log(
				`${NUMBERS.format(tiles)} tegels, ${megabytes(bytes)}, in ${parts} delen` +
					(resumed > 0 ? `; ${resumed} daarvan waren er al` : '')
			),
		onprogress: teller()
	});
	if (isWatched) console.log();
	console.log(
		isSame
			? `${resolve(target)} is al deze kaart (${megabytes(bytes)}); er is niets te doen.`
			: `Klaar en nagekeken: ${resolve(target)}, ${megabytes(bytes)}, ${NUMBERS.format(tiles)} tegels. ` +
					'De site toont de straten zodra iemand een pagina opent; herstarten hoeft niet.'
	);
	if (resolve(streetsPath(process.env)) !== resolve(target))
		console.warn(
			`Let op: BASEMAP_PMTILES wijst naar een ander bestand (${process.env.BASEMAP_PMTILES}); de site toont dat.`
		);
} catch (error) {
	if (isWatched) console.log();
	console.error(error instanceof ExtractError ? error.message : tellError(error));
	process.exitCode = error instanceof ExtractError ? error.exitCode : 1;
}

function asked(): { address: string; maxZoom: number } {
	const usage = new ExtractError(
		'usage',
		'Gebruik: npm run map:extract -- <adres of bestand van een PMTiles-kaart> [--zoom=14 of 15]',
		'Usage: npm run map:extract -- <address or file of a PMTiles map> [--zoom=14 or 15]'
	);
	try {
		const { values, positionals } = parseArgs({
			options: { zoom: { type: 'string', default: '14' } },
			allowPositionals: true
		});
		const [address] = positionals;
		if (!address || positionals.length > 1 || !ZOOMS.includes(values.zoom)) throw usage;
		return { address, maxZoom: Number(values.zoom) };
	} catch {
		throw usage;
	}
}

/** On a terminal one line that changes; in a log a line for every twentieth. */
function teller(): (progress: Progress) => void {
	let told = -1;
	return ({ bytes, have, parts, done }) => {
		const share = Math.floor((have / bytes) * (isWatched ? 1_000 : 20));
		if (share === told) return;
		told = share;
		const line = `${Math.floor((have / bytes) * 100)} % – ${megabytes(have)} van ${megabytes(bytes)}, deel ${done} van ${parts}`;
		if (isWatched) process.stdout.write(`\r${line}  `);
		else console.log(line);
	};
}

function megabytes(bytes: number): string {
	const digits = bytes < 10e6 ? 1 : 0;
	return `${new Intl.NumberFormat('nl-BE', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(bytes / 1e6)} MB`;
}
