#include "PluginTemplates.h"

static const unsigned char example[] = {
#embed "example.txt"
};
static const unsigned char rules_manifest[] = {
#embed "rules/plugin.yaml"
};
static const unsigned char rules_rules[] = {
#embed "rules/rules.yaml"
};
static const unsigned char python_manifest[] = {
#embed "python/plugin.yaml"
};
static const unsigned char python_main[] = {
#embed "python/main.py"
};
static const unsigned char swiftprocess_manifest[] = {
#embed "swiftprocess/plugin.yaml"
};
static const unsigned char swiftprocess_main[] = {
#embed "swiftprocess/main.swift"
};
static const unsigned char swift_manifest[] = {
#embed "swift/plugin.yaml"
};
static const unsigned char swift_plugin[] = {
#embed "swift/PhonesPlugin.swift"
};
static const unsigned char swift_tables[] = {
#embed "swift/Tables/PhonesTables.c"
};
static const unsigned char swift_header[] = {
#embed "swift/Tables/include/PhonesTables.h"
};

#define FILE(kind, path, name) {kind, path, name, sizeof name}
static const struct tupu_template_file files[] = {
    FILE("rules", "plugin.yaml", rules_manifest),
    FILE("rules", "rules.yaml", rules_rules),
    FILE("rules", "Examples/phones.txt", example),
    FILE("python", "plugin.yaml", python_manifest),
    FILE("python", "main.py", python_main),
    FILE("python", "Examples/phones.txt", example),
    FILE("swiftprocess", "plugin.yaml", swiftprocess_manifest),
    FILE("swiftprocess", "main.swift", swiftprocess_main),
    FILE("swiftprocess", "Examples/phones.txt", example),
    FILE("swift", "plugin.yaml", swift_manifest),
    FILE("swift", "PhonesPlugin.swift", swift_plugin),
    FILE("swift", "Tables/PhonesTables.c", swift_tables),
    FILE("swift", "Tables/include/PhonesTables.h", swift_header),
    FILE("swift", "Examples/phones.txt", example),
};

const struct tupu_template_file *tupu_template_files(void) { return files; }
long tupu_template_file_count(void) { return sizeof files / sizeof *files; }
