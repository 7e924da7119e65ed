/** In a server of the tests, for the round in which scripts come late (tests/e2e/support/round.ts). */
import { IncomingMessage, Server, ServerResponse } from 'node:http';

/** From now on whatever server runs in this process answers that many milliseconds later when it is asked for a script. */
export function answerScriptsLate(milliseconds: number): void {
	Server.prototype.emit = new Proxy(Server.prototype.emit, {
		apply: (emit, server: Server, args: [event: string, ...rest: unknown[]]) => {
			const [event, request, response] = args;
			const isScript =
				event === 'request' &&
				request instanceof IncomingMessage &&
				response instanceof ServerResponse &&
				/^\/_app\/.*\.js$/.test(request.url ?? '');
			if (!isScript) return Reflect.apply(emit, server, args);
			askAboutCopies(response);
			setTimeout(() => Reflect.apply(emit, server, args), milliseconds);
			return true;
		}
	});
}

/** With a copy in the browser they would be late on the first page of a test only. It may have one, and asks about it each time. */
function askAboutCopies(response: ServerResponse): void {
	const set = response.setHeader.bind(response);
	response.setHeader = (name, value) =>
		set(name, name.toLowerCase() === 'cache-control' ? 'no-cache' : value);
}
