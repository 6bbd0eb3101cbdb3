// The S3 server that the integration tests talk to comes without types; this is as much of it as they use.
declare module "@20minutes/s3rver" {
  export default class S3rver {
    constructor(options: { port: number; address: string; directory: string; silent: boolean; allowMismatchedSignatures?: boolean; configureBuckets: { name: string }[] });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
