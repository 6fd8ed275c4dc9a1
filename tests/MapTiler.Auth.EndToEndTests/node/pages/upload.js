// Uploads a file from the page, as MapTiler's upload client does (maptiler-upload-js, which npm does not have): by axios, with an empty
// Content-Type, with progress, and with the ETag of each part without its quotes. That client also sends one byte more than the range of a part.

import axios from 'axios';

const Api = '/api/v1/datasets/ingest';

export default async ({ name, content, excess }) => {
  const file = new File([content], name);
  const { data: { id, upload } } = await axios.post(Api, { filename: name, size: file.size, supported_upload_types: ['s3_multipart'] });
  const parts = [];
  let progress = 0;
  for (const { part_id, url } of upload.parts) {
    const start = (part_id - 1) * upload.part_size;
    const end = Math.min(start + upload.part_size, file.size);
    const response = await axios.put(url, file.slice(start, end + excess), { headers: { 'Content-Type': '' }, onUploadProgress: () => { progress++; } });
    parts.push({ part_id, etag: response.headers.etag.replaceAll('"', '') });
  }
  await axios.post(`${Api}/${id}/process`, { upload_result: { type: upload.type, parts } });
  const { data } = await axios.get(`${Api}/${id}`);
  return { id, state: data.state, document: data.document_id, errors: data.errors, parts: parts.length, progress };
};
