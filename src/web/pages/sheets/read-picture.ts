/** What a QR code is read from: the camera's picture as it runs, or a photo. */
type Picture = HTMLVideoElement | ImageBitmap;

/** Reads the QR code of a picture 识别二维码; undefined where it shows none. */
export type Reader = (picture: Picture) => Promise<string | undefined>;

/** The browser's own reader, where it has one (Shape Detection API); the types of browsers do not name it yet. */
type Detector = { readonly detect: (picture: Picture) => Promise<readonly { readonly rawValue: string }[]> };
type Detectors = {
  new (options: { readonly formats: readonly string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
};

const FORMAT = 'qr_code';

/** No picture is read larger than this, in pixels a side: a sheet held before a phone has its code in it well enough. */
const SIDE = 1280;

/** Opens a reader: the browser's own where it reads QR codes here, else the library, which is loaded now (decision 021). */
export async function openReader(): Promise<Reader> {
  const own = await ownDetector();
  const library = import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const read: Reader = async (picture) => {
    const { decodeQR } = await library;
    const image = pixelsOf(picture, canvas);
    try {
      return image && decodeQR(image);
    } catch {
      return undefined; // it says so that there is none by an error
    }
  };
  return async (picture) => {
    // On some telephones the browser's own is there and its service is not: then it fails on every picture.
    const [found] = (await own?.detect(picture).catch(() => [])) ?? [];
    return found?.rawValue ?? (await read(picture));
  };
}

async function ownDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: Detectors };
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  return BarcodeDetector && formats.includes(FORMAT) ? new BarcodeDetector({ formats: [FORMAT] }) : undefined;
}

function pixelsOf(picture: Picture, canvas: HTMLCanvasElement): ImageData | undefined {
  const video = picture instanceof HTMLVideoElement;
  const [width, height] = video ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, SIDE / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
