import { directoryEndpoint } from '$lib/api/endpoint.server';
import { desksTable } from '$lib/api/table.server';
import { tableAnswer } from '$lib/api/tableAnswer.server';

export const { GET, OPTIONS, fallback } = directoryEndpoint(tableAnswer('desks', desksTable));
