// A plain grpc-js client by remote control: each line of stdin is a command in JSON, each line of stdout the result of one.
// { id, call: { address, path, message | size, headers, timeout, compress } }, { id, cancel: <id of a call> }, { id, ping: <address> }.
const crypto = require("crypto");
const http2 = require("http2");
const readline = require("readline");
const grpc = require("@grpc/grpc-js");
const { Any } = require("google-protobuf/google/protobuf/any_pb.js");
const { BytesValue } = require("google-protobuf/google/protobuf/wrappers_pb.js");
const provider = require("@pulumi/pulumi/proto/provider_pb.js");
const status = require("@pulumi/pulumi/proto/status_pb.js");

const clients = new Map();
const calls = new Map();

const answer = (id, result) => console.log(JSON.stringify({ id, ...result }));

function clientOf(address, compress) {
    const key = `${address} ${compress}`;
    if (!clients.has(key)) {
        clients.set(key, new grpc.Client(address, grpc.credentials.createInsecure(), {
            "grpc.max_receive_message_length": -1,
            "grpc.max_send_message_length": -1,
            "grpc.default_compression_algorithm": compress ? 2 : 0,
            "grpc.keepalive_time_ms": 20,
            "grpc.keepalive_timeout_ms": 10000,
        }));
    }
    return clients.get(key);
}

function messageOf({ message, size }) {
    if (size === undefined) {
        return Buffer.from(message ?? "", "base64");
    }
    const value = new BytesValue();
    value.setValue(new Uint8Array(size).fill(120));
    return Buffer.from(value.serializeBinary());
}

// The id and the reasons of the ErrorResourceInitFailed among the details, read by official code.
function detailOf(metadata) {
    const [raw] = metadata.get("grpc-status-details-bin");
    if (raw === undefined) {
        return undefined;
    }
    const full = status.Status.deserializeBinary(new Uint8Array(raw));
    const any = full.getDetailsList()[0];
    const detail = any.unpack(provider.ErrorResourceInitFailed.deserializeBinary, "pulumirpc.ErrorResourceInitFailed");
    return { code: full.getCode(), message: full.getMessage(), url: any.getTypeUrl(), ...detail.toObject() };
}

function call(id, options) {
    const metadata = new grpc.Metadata();
    for (const [key, value] of Object.entries(options.headers ?? {})) {
        metadata.add(key, key.endsWith("-bin") ? Buffer.from(value, "base64") : value);
    }
    const deadline = options.timeout === undefined ? Infinity : Date.now() + options.timeout;
    calls.set(id, clientOf(options.address, options.compress).makeUnaryRequest(
        options.path, (b) => b, (b) => b, messageOf(options), metadata, { deadline },
        (error, response) => {
            calls.delete(id);
            if (error) {
                answer(id, { code: error.code, details: error.details, detail: detailOf(error.metadata), accepts: error.metadata.get("grpc-accept-encoding") });
            } else {
                answer(id, { code: 0, length: response.length, sha256: crypto.createHash("sha256").update(response).digest("hex") });
            }
        },
    ));
}

function ping(id, address) {
    const session = http2.connect(`http://${address}`);
    session.on("error", (error) => answer(id, { error: error.message }));
    session.ping(() => {
        answer(id, {});
        session.close();
    });
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const command = JSON.parse(line);
    if (command.call) {
        call(command.id, command.call);
    } else if (command.ping) {
        ping(command.id, command.ping);
    } else {
        calls.get(command.cancel)?.cancel();
        answer(command.id, {});
    }
}).on("close", () => process.exit(0));
console.log("ready");
