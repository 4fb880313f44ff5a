// A function that is asked whether to try again what failed.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const attempts = new pulumi.Config().requireNumber("attempts");
const again = new pulumi.ErrorHook("again", async (args) => {
    await pulumi.log.info(`${args.failedOperation} of ${args.name} failed ${args.errors.length} times: ${args.errors[0]}`);
    return args.errors.length < attempts;
});
new Thing("flaky", { size: 1 }, { hooks: { onError: [again] } });
