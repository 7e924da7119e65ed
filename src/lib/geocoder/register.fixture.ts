/** A real address register for tests: it answers over HTTP as told, and keeps what it was asked. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RegisterServer {
	url: string;
	/** Path and query of every question. */
	asked: URL[];
	/** By path: what it answers from now on; a function writes the answer itself, or leaves it hanging. */
	answers: Map<string, object | ((response: ServerResponse, asked: URL) => void)>;
	close(): Promise<void>;
}

export async function startRegister(): Promise<RegisterServer> {
	const asked: URL[] = [];
	const answers: RegisterServer['answers'] = new Map();
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://register.example');
		asked.push(url);
		const answer = answers.get(url.pathname);
		if (typeof answer === 'function') answer(response, url);
		else if (answer) {
			response.setHeader('content-type', 'application/json; charset=utf-8');
			response.end(JSON.stringify(answer));
		} else {
			response.statusCode = 404;
			response.end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		answers,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}

/** As the Flemish service answers `/Location`; `point` is longitude, latitude. */
export const flemish = (
	street: string | null,
	houseNumber: string | null,
	[zipcode, municipality]: [string, string],
	[lon, lat]: [number, number]
) => ({
	Municipality: municipality,
	Zipcode: zipcode,
	Thoroughfarename: street,
	Housenumber: houseNumber,
	ID: 1,
	FormattedAddress: `${street} ${houseNumber}, ${zipcode} ${municipality}`,
	Location: { Lat_WGS84: lat, Lon_WGS84: lon, X_Lambert72: 0, Y_Lambert72: 0 },
	LocationType: 'basisregister_huisnummer',
	BoundingBox: {}
});
