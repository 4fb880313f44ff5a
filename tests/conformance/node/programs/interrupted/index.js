// Waits for the signal that ends it, and tidies up.
process.on("SIGINT", () => {
    console.log("tidied up");
    process.exit(0);
});
setInterval(() => {}, 1000);
console.log("waiting");
