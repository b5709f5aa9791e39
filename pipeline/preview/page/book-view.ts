/** The e-book, in a reading system of the size of a device. */
export interface BookView {
  show(address: string | undefined): void;
  choose(device: string): void;
}

/** Sizes in CSS pixels, upright: a phone, a tablet, an e-ink reader of seven inches. */
const devices: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  phone: { width: 390, height: 780 },
  tablet: { width: 820, height: 1100 },
  reader: { width: 600, height: 800 },
};

/** Show books in a frame inside `root`, which loads when it is first seen; `pressed` is told the keys that the frame has no use for. */
export function bookView(
  root: HTMLElement,
  frame: HTMLIFrameElement,
  pressed: (key: string) => void,
): BookView {
  const device = frame.parentElement;
  let address: string | undefined;
  let isReady = false;
  let name = "reader";

  const send = () => {
    if (isReady && address) frame.contentWindow?.postMessage({ book: address }, location.origin);
  };
  window.addEventListener(
    "message",
    ({ origin, source, data }: MessageEvent<{ readonly ready?: boolean; readonly key?: string }>) => {
      if (origin !== location.origin || source !== frame.contentWindow) return;
      if (data.key) pressed(data.key);
      if (!data.ready) return;
      isReady = true;
      send();
    },
  );
  // What does not fit is shown smaller: at another width it would be another book.
  const layOut = () => {
    const { width, height } = devices[name] ?? { width: 600, height: 800 };
    if (!device || root.clientWidth === 0) return;
    if (!frame.src) frame.src = "/page/reader.html";
    device.dataset.device = name;
    device.style.width = `${width}px`;
    device.style.height = `${height}px`;
    const frameWork = 2 * 40;
    const scale = Math.min(
      1,
      (root.clientWidth - frameWork) / width,
      (root.clientHeight - frameWork) / height,
    );
    device.style.transform = `scale(${scale})`;
  };
  new ResizeObserver(layOut).observe(root);
  return {
    show(next) {
      address = next;
      send();
    },
    choose(next) {
      name = next;
      layOut();
    },
  };
}
