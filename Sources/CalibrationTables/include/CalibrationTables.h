#ifndef TUPU_CALIBRATION_TABLES_H
#define TUPU_CALIBRATION_TABLES_H

/// The first byte of the table of rules' confidences, made by `tupu-bench calibrate`.
const unsigned char *tupu_calibration_confidence(void);
/// The number of its bytes.
long tupu_calibration_confidence_count(void);

#endif
