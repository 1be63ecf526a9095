/** Where the project's issues are kept; null while it has no public repository. */
export const REPOSITORY_URL: string | null = null;
