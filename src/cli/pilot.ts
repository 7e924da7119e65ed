/** The fence around the embedded backend: it does not go on a network without somebody saying that they know what it is. */
import { isLoopback } from './door.ts';
import { StartError } from './process.ts';

/**
 * Asked before anything is made or opened.
 * @param host address that the server is to listen on
 * @returns what the operator of a pilot should read; undefined when there is nothing to say
 * @throws StartError when the embedded backend would be reached from other machines and nobody called that a pilot
 */
export function fenceEmbedded(
	{ SUPABASE_URL, EMBEDDED_PILOT }: NodeJS.ProcessEnv,
	host: string
): string | undefined {
	if (SUPABASE_URL || isLoopback(host)) return undefined;
	if (EMBEDDED_PILOT === '1') {
		return (
			'Let op: dit is een proefopstelling. De ingebedde database is alfasoftware met één verbinding, niet gemaakt voor ' +
			'een publieke site. / Warning: this is a pilot. The embedded database is alpha software with one connection, not ' +
			'made for a public site.'
		);
	}
	throw new StartError(
		`Met HOST=${host} bereiken andere machines deze site, en ze draait op de ingebedde database. Die is er om te proberen ` +
			'en te ontwikkelen: @supabase/lite noemt zichzelf alfasoftware, en alle aanvragen delen één verbinding. Geef met ' +
			'SUPABASE_URL een echte Supabase op, of kies EMBEDDED_PILOT=1 voor een kleine proef. / ' +
			`With HOST=${host} other machines reach this site, and it runs on the embedded database. That is for trying out and ` +
			'developing: @supabase/lite calls itself alpha software, and all requests share one connection. Name a real Supabase ' +
			'with SUPABASE_URL, or choose EMBEDDED_PILOT=1 for a small pilot.'
	);
}
