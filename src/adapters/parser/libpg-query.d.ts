/** The Emscripten factory inside libpg-query, which its package does not type: what Sluice uses of it. */
declare module 'libpg-query/wasm/libpg-query.js' {
  namespace createModule {
    type Module = {
      _malloc(bytes: number): number;
      _free(pointer: number): void;
      /** Pointer to {tree: char*, stderr: char*, error: {message: char*, …, cursor at +16}*}. */
      _wasm_parse_query_raw(text: number): number;
      _wasm_free_parse_result(result: number): void;
      _wasm_parse_plpgsql(text: number): number;
      _wasm_free_string(text: number): void;
      lengthBytesUTF8(text: string): number;
      stringToUTF8(text: string, pointer: number, bytes: number): void;
      UTF8ToString(pointer: number): string;
      getValue(pointer: number, type: 'i32'): number;
    };
    type Options = {
      print(line: string): void;
      printErr(line: string): void;
      instantiateWasm(
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ): WebAssembly.Exports;
    };
  }
  function createModule(options: createModule.Options): Promise<createModule.Module>;
  export = createModule;
}

/** What Node has of WebAssembly and the types of Node 20 leave to the DOM's. */
declare namespace WebAssembly {
  type Imports = Readonly<Record<string, unknown>>;
  type Exports = Readonly<Record<string, unknown>>;
  class Module {
    constructor(bytes: Uint8Array);
    private readonly compiled: true;
  }
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Exports;
  }
}
