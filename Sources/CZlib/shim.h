// Reading back what is in a workbook: zlib (https://zlib.net), Debian's zlib1g-dev.
#include <zlib.h>
