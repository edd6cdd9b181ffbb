const words = {
  'refusal.fileTooLarge': '文件超过{mb} MB，没有收下。请压缩后再传。',
  'refusal.fileEmpty': '文件是空的，没有收下。请检查后重传。',
  'refusal.fileName': '文件名里藏有别的扩展名，没有收下。请改名后再传。',
  'refusal.fileKind': '只收PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）、JPG、PNG文件。',
  'refusal.fileContent': '文件内容不是{kind}格式，没有收下。请另存为该格式后再传。',
  'refusal.fileMacro': '文件带有宏，没有收下。请另存为不带宏的文件后再传。',
  'refusal.fileUnsafe': '文件已损坏，或展开后过大，没有收下。请另存一份后再传。',
  'refusal.filesTooLarge': '附件合计超过{mb} MB，没有收下这一个。请先移除不用的附件。',
  'refusal.filesTooMany': '附件已有{most}个，不能再加。请先移除不用的附件。',
  'refusal.fileAltered': '这个附件在服务器上被改动或丢失，已停止下载并记录。请联系系统管理员。',
  'refusal.fileInfected': '查毒发现问题（{found}），没有收下。请在本机杀毒后另存再传。',
  'refusal.fileTwofold': '文件里夹带了另一种格式的内容，没有收下。请另存一份后再传。',
  'refusal.fileWaiting': '这个附件正在等待查毒，暂不能下载。查毒服务恢复后会自动放行。',
  'refusal.fileWithheld': '这个附件查出病毒，已停止提供。请联系秘书处。',
  'refusal.quotaFiles':
    '您上报线索的附件已有{most}个，达到每人上限，没有收下。请移除草稿里不用的附件，或联系秘书处。',
  'refusal.quotaBytes':
    '您上报线索的附件合计将超过{mb} MB的每人上限，没有收下。请移除草稿里不用的附件，或联系秘书处。',
};
export default words;
