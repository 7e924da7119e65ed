/** In which a site of the tests tells its database which test a question is of. */
export const TEST_HEADER = 'x-test-name';
