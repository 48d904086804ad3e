#include "PackTables.h"

static const unsigned char indicators_examples_figures_txt[] = {
#embed "../../Plugins/Indicators/Examples/figures.txt"
};
static const unsigned char indicators_indicators_tsv[] = {
#embed "../../Plugins/Indicators/indicators.tsv"
};
static const unsigned char indicators_plugin_yaml[] = {
#embed "../../Plugins/Indicators/plugin.yaml"
};
static const unsigned char indicators_rules_yaml[] = {
#embed "../../Plugins/Indicators/rules.yaml"
};
static const unsigned char industries_examples_industries_txt[] = {
#embed "../../Plugins/Industries/Examples/industries.txt"
};
static const unsigned char industries_fields_tsv[] = {
#embed "../../Plugins/Industries/fields.tsv"
};
static const unsigned char industries_industries_tsv[] = {
#embed "../../Plugins/Industries/industries.tsv"
};
static const unsigned char industries_plugin_yaml[] = {
#embed "../../Plugins/Industries/plugin.yaml"
};
static const unsigned char industries_rules_yaml[] = {
#embed "../../Plugins/Industries/rules.yaml"
};
static const unsigned char honours_examples_honours_txt[] = {
#embed "../../Plugins/Honours/Examples/honours.txt"
};
static const unsigned char honours_honours_tsv[] = {
#embed "../../Plugins/Honours/honours.tsv"
};
static const unsigned char honours_plugin_yaml[] = {
#embed "../../Plugins/Honours/plugin.yaml"
};
static const unsigned char honours_rules_yaml[] = {
#embed "../../Plugins/Honours/rules.yaml"
};
static const unsigned char documents_examples_documents_txt[] = {
#embed "../../Plugins/Documents/Examples/documents.txt"
};
static const unsigned char tasks_examples_tasks_txt[] = {
#embed "../../Plugins/Tasks/Examples/tasks.txt"
};
static const unsigned char tasks_plugin_yaml[] = {
#embed "../../Plugins/Tasks/plugin.yaml"
};
static const unsigned char tasks_rules_yaml[] = {
#embed "../../Plugins/Tasks/rules.yaml"
};

static const struct tupu_pack_file files[] = {
  {"Indicators", "Examples/figures.txt", indicators_examples_figures_txt, sizeof(indicators_examples_figures_txt)},
  {"Indicators", "indicators.tsv", indicators_indicators_tsv, sizeof(indicators_indicators_tsv)},
  {"Indicators", "plugin.yaml", indicators_plugin_yaml, sizeof(indicators_plugin_yaml)},
  {"Indicators", "rules.yaml", indicators_rules_yaml, sizeof(indicators_rules_yaml)},
  {"Industries", "Examples/industries.txt", industries_examples_industries_txt, sizeof(industries_examples_industries_txt)},
  {"Industries", "fields.tsv", industries_fields_tsv, sizeof(industries_fields_tsv)},
  {"Industries", "industries.tsv", industries_industries_tsv, sizeof(industries_industries_tsv)},
  {"Industries", "plugin.yaml", industries_plugin_yaml, sizeof(industries_plugin_yaml)},
  {"Industries", "rules.yaml", industries_rules_yaml, sizeof(industries_rules_yaml)},
  {"Honours", "Examples/honours.txt", honours_examples_honours_txt, sizeof(honours_examples_honours_txt)},
  {"Honours", "honours.tsv", honours_honours_tsv, sizeof(honours_honours_tsv)},
  {"Honours", "plugin.yaml", honours_plugin_yaml, sizeof(honours_plugin_yaml)},
  {"Honours", "rules.yaml", honours_rules_yaml, sizeof(honours_rules_yaml)},
  {"Documents", "Examples/documents.txt", documents_examples_documents_txt, sizeof(documents_examples_documents_txt)},
  {"Tasks", "Examples/tasks.txt", tasks_examples_tasks_txt, sizeof(tasks_examples_tasks_txt)},
  {"Tasks", "plugin.yaml", tasks_plugin_yaml, sizeof(tasks_plugin_yaml)},
  {"Tasks", "rules.yaml", tasks_rules_yaml, sizeof(tasks_rules_yaml)},
};

const struct tupu_pack_file *tupu_pack_files(void) { return files; }

long tupu_pack_files_count(void) { return sizeof(files) / sizeof(files[0]); }
