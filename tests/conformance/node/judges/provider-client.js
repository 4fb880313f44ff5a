// An engine's side of provider plugins, made of Pulumi's own messages and services. It starts plugins as the CLI does.
// Each line of stdin is a command in JSON, each line of stdout its answer:
//   { start: { command, flags, env, attach } }  ->  { line, address }: what the plugin printed first, and the engine's address;
//                                                    with `attach` it is started without one
//   { call: [method, fields] }                  ->  { result } or { error: { code, message } }
//   { stop: signal }                            ->  { code, output, log }: how it ended, all it printed, and what it logged;
//                                                    without a signal the engine goes away instead
const { spawn } = require("child_process");
const { once } = require("events");
const readline = require("readline");
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const engineServices = require("@pulumi/pulumi/proto/engine_grpc_pb.js");
const plugins = require("@pulumi/pulumi/proto/plugin_pb.js");
const services = require("@pulumi/pulumi/proto/provider_grpc_pb.js");
const provider = require("@pulumi/pulumi/proto/provider_pb.js");

const requests = {
    handshake: provider.ProviderHandshakeRequest,
    attach: plugins.PluginAttach,
    getSchema: provider.GetSchemaRequest,
    checkConfig: provider.CheckRequest,
    diffConfig: provider.DiffRequest,
    configure: provider.ConfigureRequest,
    check: provider.CheckRequest,
    diff: provider.DiffRequest,
    create: provider.CreateRequest,
    read: provider.ReadRequest,
    update: provider.UpdateRequest,
    delete: provider.DeleteRequest,
    invoke: provider.InvokeRequest,
    call: provider.CallRequest,
    construct: provider.ConstructRequest,
    parameterize: provider.ParameterizeRequest,
    cancel: Empty,
    getPluginInfo: Empty,
};

const structs = ["olds", "news", "oldInputs", "properties", "inputs", "args", "return"];
const capital = (name) => name[0].toUpperCase() + name.slice(1);

function message(method, fields) {
    const request = new requests[method]();
    for (const [name, value] of Object.entries(fields)) {
        request[`set${capital(name)}`](structs.includes(name) ? Struct.fromJavaScript(value) : value);
    }
    return request;
}

// A message in plain JSON; absent structs are null.
function plain(response) {
    const result = response.toObject();
    for (const name of structs.filter((field) => field in result)) {
        result[name] = response[`get${capital(name)}`]()?.toJavaScript() ?? null;
    }
    for (const [name, value] of Object.entries(result).filter(([field]) => field.endsWith("Map"))) {
        result[name] = Object.fromEntries(value);
    }
    return result;
}

let plugin;

async function start({ command, flags = [], env = {}, attach = false }) {
    const log = [];
    const engine = new grpc.Server();
    engine.addService(engineServices.EngineService, {
        log: (call, callback) => {
            log.push(call.request.toObject());
            callback(null, new Empty());
        },
    });
    const port = await new Promise((resolve, reject) =>
        engine.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
    );
    const address = `127.0.0.1:${port}`;
    const child = spawn(command, [...flags, ...(attach ? [] : [address])], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    plugin = { engine, log, child, output: "", ended: once(child, "close") };
    await new Promise((resolve) => {
        child.stdout.on("data", (data) => {
            plugin.output += data;
            if (plugin.output.includes("\n")) {
                resolve();
            }
        });
        child.on("close", resolve);
    });
    const line = plugin.output.split("\n")[0];
    plugin.client = new services.ResourceProviderClient(`127.0.0.1:${line}`, grpc.credentials.createInsecure());
    return { line, address };
}

function call([method, fields]) {
    return new Promise((resolve) =>
        plugin.client[method](message(method, fields), (error, response) =>
            resolve(error ? { error: { code: error.code, message: error.details } } : { result: plain(response) }),
        ),
    );
}

async function stop(signal) {
    if (signal) {
        plugin.child.kill(signal);
    } else {
        plugin.engine.forceShutdown();
    }
    const [code] = await plugin.ended;
    plugin.client.close();
    plugin.engine.forceShutdown();
    return { code, output: plugin.output, log: plugin.log };
}

const commands = { start, call, stop };

console.log("ready");
readline.createInterface({ input: process.stdin }).on("line", async (line) => {
    const [[name, argument]] = Object.entries(JSON.parse(line));
    console.log(JSON.stringify(await commands[name](argument)));
});
