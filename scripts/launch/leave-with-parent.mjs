// Preloaded into the web server: when the program that started it is gone, even by `kill -9`, the server goes too.
if (process.channel) {
  process.on("disconnect", () => process.exit(0));
  process.channel.unref();
}
