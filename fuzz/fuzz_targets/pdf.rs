#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gangmu_fuzz::pdf(bytes));
