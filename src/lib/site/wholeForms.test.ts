import { isHttpError } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { limited } from './bodySize.server';
import { readable } from './wholeForms.server';

const MULTIPART = 'multipart/form-data; boundary=x';
const send = (type: string, body: BodyInit) =>
	new Request('http://localhost/contact', { method: 'POST', headers: { 'content-type': type }, body });

const statusOf = (request: Request) =>
	readable(request)
		.formData()
		.then(
			() => 200,
			(cause: unknown) => (isHttpError(cause) ? cause.status : cause)
		);

it.each([
	['a form', 'application/x-www-form-urlencoded', 'name=Jan', 200],
	[
		'a form with a file',
		MULTIPART,
		'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
		200
	],
	['a form of remote functions', 'application/x-sveltekit-formdata', 'name=Jan', 400],
	['a form in a type of its own', 'application/json', '{"name":1}', 400],
	['a part that does not end', MULTIPART, '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb', 400],
	[
		'a name that breaks off',
		MULTIPART,
		'--x\r\ncontent-disposition: form-data; name="f"; filename="a"b.csv"\r\n\r\nb\r\n--x--\r\n',
		400
	],
	['values of another shape', 'application/x-www-form-urlencoded', '__superform_json=[{"name":0}]', 400]
])('%s answers %s', async (_, type, body, status) => {
	expect(await statusOf(send(type, body))).toBe(status);
});

it('a form that is larger than it may be answers 413', async () => {
	const request = limited(
		send('application/x-www-form-urlencoded', `a=${'x'.repeat(600_000)}`),
		'/(site)/contact'
	);
	expect(request && (await statusOf(request))).toBe(413);
});
