/** The acts of general meeting, motions, minutes, quarter and register 党员大会 (§三(三)). */
export const meeting = {} as const;
