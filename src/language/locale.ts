/** The languages messages come in. */
export type Locale = 'zh-CN' | 'en';

/** A text in each of them. */
export type Localized = Readonly<Record<Locale, string>>;
