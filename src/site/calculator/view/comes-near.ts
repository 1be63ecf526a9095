/** How far below the screen something is when it is near, so that what is then fetched is there in time. */
const NEAR = '300px';

/** Waits until the reader has come near an element. */
export function comesNear(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
  });
}
