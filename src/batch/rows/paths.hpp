#pragma once

#include <smpcare/batch.hpp>

#include <string>
#include <string_view>

namespace smpcare::batch {

/// The list of all files of a folder.
inline constexpr std::string_view manifest_name = "manifest.json";

/// Whether `path` names a file that the run reads: the clients, or one of `inputs`.
bool is_input(const BatchRequest& request, const std::string& path);

/// Whether two paths name one file, or would when both are there. Letter case counts as one, for disks where it is.
bool are_same_path(const std::string& one, const std::string& other);

/// The name that the rejects would have in the folder of the files, letter case aside; "" where they go elsewhere.
std::string rejects_in_folder(const BatchRequest& request);

}  // namespace smpcare::batch
