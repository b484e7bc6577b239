/** How long ago a day was. */
export const daysAgo = (days: number): string => (days === 0 ? '今日' : days === 1 ? '昨日' : `${days}日前`);
