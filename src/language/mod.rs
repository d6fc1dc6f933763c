//! What the program knows of the language, as tables.
