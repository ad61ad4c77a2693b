/** The acts of notice, objection, appeal, questions and concerns 公示与监督 (§三(四), §五(三)). */
export const supervision = {} as const;
