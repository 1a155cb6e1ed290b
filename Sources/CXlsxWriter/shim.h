// Writing workbooks: libxlsxwriter (https://libxlsxwriter.github.io), Debian's libxlsxwriter-dev.
#include <xlsxwriter.h>
