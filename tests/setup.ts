import fc from 'fast-check';

// A run of `npm test` tries the same cases everywhere, so that green stays green; FUZZ=1 tries new ones.
if (process.env.FUZZ === undefined) fc.configureGlobal({ seed: 20_260_101 });
