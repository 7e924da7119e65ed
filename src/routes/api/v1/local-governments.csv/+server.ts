import { directoryEndpoint } from '$lib/api/endpoint.server';
import { localGovernmentsTable } from '$lib/api/table.server';
import { tableAnswer } from '$lib/api/tableAnswer.server';

export const { GET, OPTIONS, fallback } = directoryEndpoint(
	tableAnswer('local-governments', localGovernmentsTable)
);
