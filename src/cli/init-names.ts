/** The services whose workflow `init` writes. */
export const CI_NAMES = ['github', 'gitlab', 'gitee', 'none'] as const;
export type CiName = (typeof CI_NAMES)[number];
