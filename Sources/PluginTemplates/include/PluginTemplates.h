#ifndef TUPU_PLUGIN_TEMPLATES_H
#define TUPU_PLUGIN_TEMPLATES_H

/// A file of a new plug-in, written for one that is called Phones and finds the type Phone.
struct tupu_template_file {
  /// Which template it belongs to: `rules`, `python`, `swiftprocess`, `swift`.
  const char *kind;
  /// Its path inside the plug-in's folder.
  const char *path;
  /// Its first byte.
  const unsigned char *bytes;
  /// The number of its bytes.
  long count;
};

/// Every file of every template.
const struct tupu_template_file *tupu_template_files(void);
/// Their number.
long tupu_template_file_count(void);

#endif
