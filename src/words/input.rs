//! Why a file is not read, and what to do instead. The page has these from the part of the program that opens such files.

use super::Pair;
use super::file::pairs;

pairs! {
    NOT_TEXT: "这个文件不是 Word 文件、PDF、网页或纯文本；请用 Word、WPS 打开，另存为 .docx 再试", "This is no Word file, PDF, web page or plain text: open it in Word or WPS and save it as .docx";
    LOCKED: "这个文件有密码；请用 Word 或 WPS 打开，去掉密码另存为 .docx 再试", "This file has a password: open it in Word or WPS and save it as .docx without one";
    DOCUMENT: "这是 .doc、.wps、.rtf 等格式的文档；请用 Word 或 WPS 打开，另存为 .docx 再试", "This is a document as .doc, .wps or .rtf: open it in Word or WPS and save it as .docx";
    PDF_LOCKED: "这个 PDF 有密码；请输入密码打开，另存为或打印成没有密码的 PDF 再试", "This PDF has a password: open it with the password and save or print it as a PDF without one";
    PDF_SCAN: "这个 PDF 是扫描的图片，里面没有文字；请找到原来的 Word 文件，或先用 OCR（文字识别）软件识别", "This PDF is a scan, pictures without text: find the Word file it was made from, or run OCR on it first";
    PDF_FONTS: "这个 PDF 的字体没有说明字形是哪些字，读出来会是乱码；请找到原来的 Word 文件，或用 OCR（文字识别）软件识别", "The fonts of this PDF do not tell which characters they show: find the Word file it was made from, or run OCR on it";
    PDF_DAMAGED: "这个 PDF 不完整或已损坏；请重新取得，或用能打开它的软件另存、打印成新的 PDF 再试", "This PDF is damaged: get it anew, or save or print it as a new PDF in a program that opens it";
    PDF_PACKED: "这个 PDF 有一页的内容是用这里不能解开的方式压缩的；请用能打开它的软件另存、打印成新的 PDF 再试", "A page of this PDF is compressed in a way that cannot be unpacked here: save or print it as a new PDF in a program that opens it";
    PDF_EMPTY: "这个 PDF 里没有文字；请核对是不是要打开的文件，或找到原来的 Word 文件", "There is no text in this PDF: check that it is the file you mean, or find the Word file it was made from";
    OFD: "这是 OFD 文件；请打开后全选、复制，再粘贴进来", "This is an OFD file: open it, select all, copy, and paste it here";
    WORKBOOK: "这是电子表格；请打开后选中要读的内容，复制，再粘贴进来", "This is a workbook: open it, select what is to be read, copy, and paste it here";
    SLIDES: "这是演示文稿；请打开后复制其中的文字，再粘贴进来", "This is a presentation: open it, copy the words, and paste them here";
    PAGE_ARCHIVE: "这个 .mht 网页不完整或已损坏；请重新取得，或用浏览器打开后全选、复制，再粘贴进来", "This web page as .mht is damaged: get it anew, or open it in a browser, select all, copy, and paste it here";
    ARCHIVE: "这是压缩包；请解压后打开其中的报告", "This is an archive: unpack it and open the report in it";
    DAMAGED: "这个 Word 文件不完整或已损坏；请重新取得，或用 Word、WPS 打开后另存为 .docx 再试", "This Word file is damaged: get it anew, or open it in Word or WPS and save it as .docx";
    TOO_LARGE: "这个文件解开后过大，没有打开；请核对来源，或把正文复制、粘贴进来", "This file unpacks to too much and was not opened: check where it came from, or copy the text and paste it here";
}
