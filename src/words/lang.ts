/** The languages of the software: Chinese is the default everywhere, English is complete too (product §8). */
export type Lang = 'zh-CN' | 'en';
