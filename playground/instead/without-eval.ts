import { config } from "zod";

// Before any schema is made: zod would try to compile code, which the page's policy refuses and the console complains of.
config({ jitless: true });
