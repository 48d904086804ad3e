#include "CalibrationTables.h"

static const unsigned char confidence[] = {
#embed "confidence.tsv"
};

const unsigned char *tupu_calibration_confidence(void) { return confidence; }
long tupu_calibration_confidence_count(void) { return sizeof confidence; }
