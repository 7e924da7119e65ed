/** Before all workers, what each of them would otherwise make at the same moment: the built site and the databases. */
import { build, whyBuild } from '../../../src/cli/build.ts';
import { preparedTemplate } from '../../../src/lib/base/embedded/embedded.fixture.ts';

export default async function prepare(): Promise<void> {
	if (whyBuild()) await build();
	for (const exampleData of [true, false]) await preparedTemplate({ exampleData });
}
